import type { Scope } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { unmarkSecrets } from './secret-mark.ts';
import { forRunner, type Piece, parseTemplate } from './template.ts';

/** What stopped a text from being filled in; the case then says so instead of running with a hole in its command. */
export class Unresolved extends Error {
	override readonly name = 'Unresolved';
	readonly expression: string;
	/** Paths that were not detected; empty when the expression itself is at fault. */
	readonly unknown: readonly string[];

	constructor(expression: string, unknown: readonly string[], message: string) {
		super(message);
		this.expression = expression;
		this.unknown = unknown;
	}
}

const IS_EXPRESSION = /^(?:host|product|params|tools|matrix|each)\.[A-Za-z_]/u;

/** Fills in the expressions of one text, leaving the runner's placeholders (and escaping what only looks like one). */
export function resolveText(text: string, scope: Scope): string {
	return filled(text, scope, ready);
}

/** The same for texts that the runner does not fill in: titles, labels, what is expected of an output. */
export function resolvePlainText(text: string, scope: Scope): string {
	return filled(text, scope, asItIs);
}

type Write = (text: string) => string;

const asItIs: Write = (text) => text;

function filled(text: string, scope: Scope, write: Write): string {
	if (!text.includes('${')) return text;
	return piecesOf(text)
		.map((piece) => {
			if (piece.kind === 'text') return write(piece.text);
			return piece.kind === 'runtime' ? `\${${piece.name}}` : write(asText(valueFor(piece.text, scope)));
		})
		.join('');
}

/** Words of a command: one that is nothing but an expression for a list becomes as many words. */
export function resolveWords(words: readonly (string | number | boolean)[], scope: Scope): string[] {
	return words.flatMap((word) => {
		if (typeof word !== 'string') return [String(word)];
		const single = onlyExpression(word);
		const value = single === null ? null : valueFor(single, scope);
		return Array.isArray(value) ? value.map((entry) => ready(asText(entry))) : [resolveText(word, scope)];
	});
}

/**
 * Any value: a text that is nothing but one `${…}`, and (with `bare`) one that begins with `host.`, `params.` …, keeps
 * the type of what it stands for; other texts are filled in; lists and members likewise.
 */
export function resolveValue(value: unknown, scope: Scope, bare: boolean): unknown {
	return resolved(value, scope, bare, ready);
}

/** The same for data that the runner does not fill in. */
export function resolvePlainValue(value: unknown, scope: Scope): unknown {
	return resolved(value, scope, false, asItIs);
}

function resolved(value: unknown, scope: Scope, bare: boolean, write: Write): unknown {
	if (typeof value === 'string') return resolvedString(value, scope, bare, write);
	if (Array.isArray(value)) return value.map((entry) => resolved(entry, scope, bare, write));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolved(entry, scope, bare, write)]));
}

function resolvedString(text: string, scope: Scope, bare: boolean, write: Write): unknown {
	const expression = bare && IS_EXPRESSION.test(text) ? text : onlyExpression(text);
	if (expression === null) return filled(text, scope, write);
	const value = valueFor(expression, scope);
	return typeof value === 'string' ? write(value) : value;
}

/** Whether a bare text in a matrix or in `with` is taken as an expression. */
export function isBareExpression(text: string): boolean {
	return IS_EXPRESSION.test(text);
}

function onlyExpression(text: string): string | null {
	if (!text.startsWith('${')) return null;
	const [piece, ...others] = piecesOf(text);
	return piece?.kind === 'expression' && others.length === 0 ? piece.text : null;
}

function piecesOf(text: string): readonly Piece[] {
	const pieces = parseTemplate(text);
	if ('problem' in pieces) throw new Unresolved(text, [], `“${text}”: ${pieces.problem}`);
	return pieces;
}

/** The value of an expression; a value that was not detected is no value. */
function valueFor(expression: string, scope: Scope): unknown {
	const answer = evaluate(expression, scope);
	if ('wrong' in answer) throw new Unresolved(expression, [], answer.wrong);
	if ('unknown' in answer) throw new Unresolved(expression, answer.unknown, 'unknown');
	if (answer.value === null) throw new Unresolved(expression, [expression], 'unknown');
	return answer.value;
}

/** As the runner is to leave it, but with secrets as placeholders that it fills in. */
function ready(text: string): string {
	return unmarkSecrets(forRunner(text));
}

function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return Array.isArray(value) ? value.map(asText).join(',') : JSON.stringify(value);
}

import { type InTime, withinTime } from '../../parsers/index.ts';
import { fromCel, toCel } from './cel-value.ts';
import { type CompiledExpression, compile, type ExpressionProblem, type Scope } from './environment.ts';
import { mentions } from './mentions.ts';

/**
 * The value of an expression as plain data. `unknown`: something that it speaks of was not detected, so that nothing
 * can be said; `wrong`: the expression itself cannot be worked out.
 */
export type Evaluation =
	| { readonly value: unknown }
	| { readonly unknown: readonly string[] }
	| { readonly wrong: string };

export function evaluate(text: string, scope: Scope): Evaluation {
	const expression = compile(text);
	return 'message' in expression ? { wrong: expression.message } : run(expression, scope);
}

function run(expression: CompiledExpression, scope: Scope): Evaluation {
	try {
		const answer = inTime(expression, celScope(scope));
		return answer === null ? { wrong: `takes longer than ${MAX_MS} ms` } : { value: fromCel(answer.value) };
	} catch (error) {
		const missing = mentions(expression.ast, scope).filter(({ value }) => value === null || value === undefined);
		if (missing.length > 0) return { unknown: missing.map(({ path }) => path) };
		return { wrong: messageOf(error) };
	}
}

const MAX_MS = 500;

/** CEL itself always ends soon; a pattern that it hands to the regular expressions of the language may not. */
function inTime(expression: CompiledExpression, scope: Scope): InTime<unknown> {
	if (!expression.text.includes('matches')) return { value: expression.run(scope) };
	return withinTime(MAX_MS, () => expression.run(scope));
}

function celScope(scope: Scope): Record<string, unknown> {
	return Object.fromEntries(Object.entries(scope).map(([root, value]) => [root, toCel(value)]));
}

function messageOf(error: unknown): string {
	const { summary, message } = error as Partial<ExpressionProblem> & { summary?: string };
	return (summary ?? message ?? String(error)).split('\n')[0] ?? '';
}

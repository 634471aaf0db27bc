import { compile } from '../expression/environment.ts';
import { mentions } from '../expression/mentions.ts';
import { parseTemplate } from '../expression/template.ts';
import type { Manifest } from '../manifest/suite.ts';
import type { Report } from './report.ts';

/**
 * A secret may be used in `env` and `stdin` alone: every user can read the arguments of every process, and what stands
 * in a title, a file name or an expectation would be part of the plan and of the report.
 */
export function checkSecrets(manifest: Manifest, report: Report): void {
	const secrets = Object.entries(manifest.params ?? {}).filter(([, { type }]) => type === 'secret');
	if (secrets.length === 0) return;
	const paths = new Set(secrets.map(([name]) => `params.${name}`));
	visit(manifest, [], (text, path) => {
		if (isHidden(path) || !speaksOf(text, paths)) return;
		report(path, { zh: '机密参数只用于 env 与 stdin', en: 'a secret only in env and stdin' }, text);
	});
}

function isHidden(path: readonly PropertyKey[]): boolean {
	return path.at(-1) === 'stdin' || path.at(-2) === 'env';
}

function speaksOf(text: string, secrets: ReadonlySet<string>): boolean {
	const pieces = parseTemplate(text);
	const expressions =
		'problem' in pieces ? [] : pieces.flatMap((piece) => (piece.kind === 'expression' ? [piece.text] : []));
	// A requirement is an expression as a whole; a text that only looks like one is none.
	return [...expressions, text].some((expression) => {
		const compiled = expression.includes('params.') ? compile(expression) : null;
		if (compiled === null || 'message' in compiled) return false;
		return mentions(compiled.ast, { params: {} }).some(({ path }) => secrets.has(path));
	});
}

function visit(
	value: unknown,
	path: readonly PropertyKey[],
	see: (text: string, path: readonly PropertyKey[]) => void,
): void {
	if (typeof value === 'string') see(value, path);
	if (value === null || typeof value !== 'object') return;
	for (const [key, entry] of Object.entries(value))
		visit(entry, [...path, Array.isArray(value) ? Number(key) : key], see);
}

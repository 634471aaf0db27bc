import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../renderer');
const SPOKEN = new Set(['title', 'aria-label', 'placeholder', 'label', 'alt', 'okText', 'cancelText']);
/** Names of things, the same in every language. */
const NAMES = new Set(['SHA-256', 'SM3', 'n=', 'SM2', 'Ed25519']);

test('no component holds words of its own: they all come from the texts', () => {
	const found = globSync('**/*.tsx', { cwd: ROOT, exclude: ['dist/**'] }).flatMap((file) => literalsIn(file));
	expect(found).toEqual([]);
});

test('the check sees a planted word', () => {
	const planted = literals('planted.tsx', 'export const A = () => <p title="Hello there">Some words {"x"}</p>;');
	expect(planted).toEqual(['planted.tsx: Hello there', 'planted.tsx: Some words']);
});

function literalsIn(file: string): string[] {
	return literals(file, readFileSync(join(ROOT, file), 'utf8'));
}

function literals(file: string, source: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isJsxText(node)) note(node.text);
		if (
			ts.isJsxAttribute(node) &&
			SPOKEN.has(node.name.getText()) &&
			node.initializer &&
			ts.isStringLiteral(node.initializer)
		) {
			note(node.initializer.text);
		}
		ts.forEachChild(node, visit);
	};
	const note = (text: string) => {
		const words = text.trim();
		if (/\p{L}{2,}/u.test(words) && !NAMES.has(words)) found.push(`${file}: ${words}`);
	};
	visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
	return found;
}

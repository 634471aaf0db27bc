import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Every member of Electron's API that our code touches, found by the compiler in the pinned electron.d.ts. */
const used = findUses(
	readdirSync('electron', { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts') && !file.startsWith('dist'))
		.map((file) => join('electron', file)),
);

describe('Electron’s API', () => {
	it('is used as the pinned version declares it', () => {
		expect([...used.keys()].sort()).toMatchSnapshot();
		expect(used.size).toBeGreaterThan(50);
	});

	it('is used nowhere where it is deprecated', () => {
		expect(deprecatedOf(used)).toEqual([]);
	});

	it('would be caught where it is deprecated', () => {
		expect(deprecatedOf(findUses(['tests/electron/fixtures/deprecated-use.ts']))).toEqual([
			'SafeStorage.encryptString',
		]);
	});
});

function deprecatedOf(uses: ReadonlyMap<string, ts.Symbol>): string[] {
	return [...uses].filter(([, symbol]) => isDeprecated(symbol)).map(([name]) => name);
}

function isDeprecated(symbol: ts.Symbol): boolean {
	const tagged = symbol.getJsDocTags().some((tag) => tag.name === 'deprecated');
	const said = symbol
		.getDocumentationComment(undefined)
		.map((part) => part.text)
		.join('');
	return tagged || said.trimStart().startsWith('**Deprecated:**');
}

function findUses(paths: readonly string[]): ReadonlyMap<string, ts.Symbol> {
	const files = paths.map((file) => resolve(file));
	const program = ts.createProgram(files, {
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.NodeNext,
		moduleResolution: ts.ModuleResolutionKind.NodeNext,
		allowImportingTsExtensions: true,
		noEmit: true,
		skipLibCheck: true,
		types: ['node'],
		lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
	});
	const checker = program.getTypeChecker();
	const declarations = resolve('node_modules/electron/electron.d.ts');
	const uses = new Map<string, ts.Symbol>();
	for (const file of files) {
		const source = program.getSourceFile(file);
		if (source !== undefined) visit(source);
	}
	return uses;

	function visit(node: ts.Node): void {
		if (ts.isPropertyAccessExpression(node)) {
			const symbol = checker.getSymbolAtLocation(node.name);
			const declared = symbol?.declarations?.[0];
			if (symbol !== undefined && declared !== undefined && join(declared.getSourceFile().fileName) === declarations) {
				const owner = 'name' in declared.parent ? (declared.parent as ts.InterfaceDeclaration).name?.text : undefined;
				uses.set(`${owner ?? '?'}.${symbol.name}`, symbol);
			}
		}
		ts.forEachChild(node, visit);
	}
}

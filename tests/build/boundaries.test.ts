import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A small tree with the same folders, the real rules, and one planted import at a time. */
let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'shipei-boundaries-'));
	for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
		writeFileSync(join(root, file), readFileSync(resolve(file)));
	symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
	for (const [file, text] of Object.entries(TREE)) write(file, text);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TREE: Record<string, string> = {
	'contract/plan.ts': 'export const plan = 1;\n',
	'engine/index.ts': "export { composed } from './engine.ts';\n",
	'engine/engine.ts': "import { host } from './host/index.ts';\nexport const composed = host;\n",
	'engine/host/index.ts': "export { host } from './detect.ts';\n",
	'engine/host/detect.ts': 'export const host = 1;\n',
	'engine/store/index.ts': 'export const store = 1;\n',
	'engine/crypto/index.ts': "export { digest } from './digest.ts';\n",
	'engine/crypto/digest.ts': 'export const digest = 1;\n',
	'cli/main.ts': "import { composed } from '../engine/index.ts';\nexport const main = composed;\n",
	'cli/verbs/serve.ts': "import { server } from '../../server/index.ts';\nexport const serve = server;\n",
	'server/index.ts': 'export const server = 1;\n',
	'server/routes.ts': 'export const routes = 1;\n',
	'electron/main/main.ts': 'export const main = 1;\n',
	'electron/preload/preload.ts': 'export const preload = 1;\n',
	'renderer/main.ts': 'export const page = 1;\n',
	'verifier/main.ts': 'export const verifier = 1;\n',
	'build/kit.ts': 'export const kit = 1;\n',
	'tests/some.ts': 'export const test = 1;\n',
};

/** Rule, file, import that breaks it. Each file is planted once, so that one run shows them all. */
const PLANTED: readonly [string, string, string][] = [
	['contract-knows-only-zod', 'contract/bad-library.ts', "import 'yaml';"],
	['contract-knows-only-zod', 'contract/bad-engine.ts', "import '../engine/host/index.ts';"],
	['engine-parts-meet-in-the-composition', 'engine/host/bad-part.ts', "import '../store/index.ts';"],
	['engine-parts-meet-in-the-composition', 'engine/host/bad-inside.ts', "import '../crypto/digest.ts';"],
	['engine-composition-uses-doors', 'engine/api/bad-inside.ts', "import '../host/detect.ts';"],
	['engine-knows-no-host', 'engine/host/bad-host.ts', "import '../../cli/main.ts';"],
	['hosts-use-the-door-of-the-engine', 'cli/bad-inside.ts', "import '../engine/host/index.ts';"],
	['hosts-do-not-import-each-other', 'cli/bad-host.ts', "import '../server/index.ts';"],
	['hosts-do-not-import-each-other', 'server/bad-host.ts', "import '../cli/main.ts';"],
	['serve-starts-the-server-by-its-door', 'cli/verbs/serve.ts', "import '../../server/routes.ts';"],
	['preload-knows-only-the-contract', 'electron/preload/bad.ts', "import '../../engine/index.ts';"],
	['renderer-knows-only-the-contract', 'renderer/bad-engine.ts', "import '../engine/index.ts';"],
	['renderer-uses-no-node', 'renderer/bad-node.ts', "import 'node:fs';"],
	['verifier-knows-only-the-bundle', 'verifier/bad.ts', "import '../engine/store/index.ts';"],
	['suites-and-build-use-nothing-of-the-product', 'build/bad.ts', "import '../contract/plan.ts';"],
	['product-uses-no-tests', 'cli/bad-test.ts', "import '../tests/some.ts';"],
	['only-the-store-opens-a-database', 'engine/host/bad-database.ts', "import 'better-sqlite3';"],
	['only-process-spawns', 'engine/host/bad-spawn.ts', "import 'node:child_process';"],
	['no-cycles', 'engine/host/a-bad-cycle.ts', "import './bad-cycle-back.ts';"],
];

describe('the import rules', () => {
	it('accept the tree as the architecture draws it', () => {
		expect(cruise()).toMatchObject({ status: 0, broken: [] });
	});

	it('turn red on every planted import, each by its own rule', () => {
		write('engine/host/bad-cycle-back.ts', "import './a-bad-cycle.ts';\n");
		for (const [, file, line] of PLANTED) write(file, `${line}\n${TREE[file] ?? ''}`);
		const { status, broken } = cruise();
		expect(status).not.toBe(0);
		const seen = PLANTED.filter(([rule, file]) => broken.includes(`${rule} ${file}`));
		expect(seen).toEqual(PLANTED);
	});
});

function cruise(): { status: number | null; broken: string[] } {
	const folders = ['contract', 'engine', 'cli', 'server', 'electron', 'renderer', 'verifier', 'build'];
	const argv = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...folders];
	const ran = spawnSync(resolve('node_modules/.bin/depcruise'), argv, {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, FORCE_COLOR: '0' },
	});
	return {
		status: ran.status,
		broken: [...ran.stdout.matchAll(/error ([\w-]+): (\S+)/gu)].map((match) => `${match[1]} ${match[2]}`),
	};
}

function write(file: string, text: string): void {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), text);
}

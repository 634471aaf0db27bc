import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('build/addon/manifest.json', 'utf8')) as {
	version: string;
	files: Record<string, string>;
};

describe('the portable database addon', () => {
	it('is the one that its manifest names, for the version of better-sqlite3 that is installed', () => {
		const installed = JSON.parse(readFileSync('node_modules/better-sqlite3/package.json', 'utf8')) as {
			version: string;
		};
		expect(manifest.version).toBe(installed.version);
		for (const [platform, sha256] of Object.entries(manifest.files)) {
			const bytes = readFileSync(`build/addon/bin/${platform}/better_sqlite3.node`);
			expect([platform, createHash('sha256').update(bytes).digest('hex')]).toEqual([platform, sha256]);
		}
	});

	const wanted = process.env.SHIPEI_REBUILD_ADDON === '1';
	it.skipIf(!wanted)(
		'comes out the same, byte for byte, when it is built again (two minutes; SHIPEI_REBUILD_ADDON=1)',
		() => {
			const out = mkdtempSync(join(tmpdir(), 'shipei-addon-'));
			const built = spawnSync(process.execPath, ['build/addon/build.mjs', join(out, 'bin')], { encoding: 'utf8' });
			expect(built.status, built.stderr).toBe(0);
			expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest);
			rmSync(out, { recursive: true, force: true });
		},
		600_000,
	);
});

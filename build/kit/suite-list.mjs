// The list of digests beside the suites of a kit: what the program calls "as published". The kit's own program takes
// them, so that nobody else has to know how.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes `suites.json` into the folder of suites of an application folder. */
export function writeSuiteList(app) {
	const data = mkdtempSync(join(tmpdir(), 'shipei-suite-list-'));
	const asked = spawnSync(process.execPath, [join(app, 'cli/shipei.js'), '--data', data, 'suite', 'list', '--json'], {
		encoding: 'utf8',
		env: { ...process.env, SHIPEI_SUITES: '' },
	});
	rmSync(data, { recursive: true, force: true });
	if (asked.status !== 0) throw new Error(`the suites of the kit cannot be listed: ${asked.stderr}`);
	const suites = JSON.parse(asked.stdout).map(({ id, digest }) => [id, digest]);
	const list = { publisher: 'Shipei', suites: Object.fromEntries(suites) };
	writeFileSync(join(app, 'test-suites/suites.json'), `${JSON.stringify(list, null, '\t')}\n`);
}

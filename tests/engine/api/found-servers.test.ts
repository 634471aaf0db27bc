import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { foundServers, serversOf } from '../../../engine/api/found-servers.ts';
import { detectHost, hbomOf } from '../../../engine/host/index.ts';
import { evidenceBytes, sampleStatement } from '../bundle/sample-report.ts';
import { pack, person, reportParts } from '../bundle/workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-servers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const field = (value: string | null): Field<string> => ({ value, source: '', confidence: null, evidence: [] });

it('databases and middleware are read back from the inventory that a report carries', async () => {
	const host = await detectHost();
	const server = (name: string | null, version: string | null, state: 'running' | 'installed') =>
		({ name: field(name), version: field(version), id: field(name), state }) as never;
	const profile: HostProfile = {
		...host,
		databases: [server('达梦 DM8', '8.1', 'running'), server(null, '1', 'running')],
		middleware: [server('TongWeb', null, 'installed')],
		browsers: [server('firefox', '140', 'installed')],
	};
	expect(serversOf(JSON.stringify(hbomOf(profile)))).toEqual([
		{ kind: 'databases', name: '达梦 DM8', version: '8.1', running: true },
		{ kind: 'middleware', name: 'TongWeb', version: null, running: false },
	]);
});

it('what is no inventory tells nothing, and never throws', () => {
	expect(serversOf('not JSON')).toBeNull();
	expect(serversOf('{"components":[{"version":1}]}')).toBeNull();
	expect(serversOf('{"components":[]}')).toEqual([]);
	fc.assert(fc.property(fc.json(), (text) => void serversOf(text)));
});

it('a file is asked for the inventory that its statement names; one that keeps it back leaves it unknown', async () => {
	const inventory = evidenceBytes.inventory;
	const statement = sampleStatement();
	const file = join(folder, 'a.xcr');
	writeFileSync(file, await pack(await reportParts([person('张三')], statement)));
	// The sample's inventory is a bare document without components.
	expect(JSON.parse(inventory.toString())).not.toHaveProperty('components');
	expect(await foundServers(file, statement)).toBeNull();
	const [, , listed] = statement.predicate.evidence;
	if (listed === undefined) throw new Error('the sample lists its inventory');
	const withheld = { reason: 'privacy', salted: false, custodian: 'x' } as const;
	const evidence = statement.predicate.evidence.map((one) => (one === listed ? { ...one, withheld } : one));
	expect(await foundServers(file, sampleStatement({ evidence }))).toBeNull();
	expect(await foundServers('/nonexistent', sampleStatement({ evidence }))).toBeNull();
});

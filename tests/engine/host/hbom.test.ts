import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { detectHost, hbomOf } from '../../../engine/host/index.ts';
import { absent, cpuDumpContents, fixturesPresent, osDumpContents, writeSnapshot } from './dump-snapshots.ts';

/** The official schemas, as CycloneDX ships them in its own package. */
const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
const schema = (name: string) => JSON.parse(readFileSync(join(dirname(library), 'res/schema', name), 'utf8'));

function validator() {
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);
	ajv.addFormat('iri-reference', true).addFormat('idn-email', true);
	ajv.addSchema(schema('spdx.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
	ajv.addSchema(schema('jsf-0.82.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
	return ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
}

const SERVER = {
	'files/sys/class/dmi/id/sys_vendor': 'Huawei\n',
	'files/sys/class/dmi/id/product_name': 'TaiShan 200 (Model 2280)\n',
	'files/sys/class/dmi/id/product_serial': 'SERIAL-0001\n',
	'files/sys/class/dmi/id/bios_version': '1.75\n',
	'files/sys/class/net/eth0/address': '52:54:00:12:34:56\n',
	'commands/dmidecode.stdout':
		'Handle 1\nMemory Device\n\tSize: 32 GB\n\tLocator: A0\n\tType: DDR4\n\tSpeed: 2933 MT/s\n\tManufacturer: Samsung\n\tSerial Number: DIMM-0001\n\tPart Number: M393\n',
};

describe('The hardware bill of materials', () => {
	const validate = validator();

	it('of this host fits the official CycloneDX schema', async () => {
		const bom = hbomOf(await detectHost(), {
			serialNumber: '3e671687-395b-41f5-a30f-a58921a69b79',
			toolVersion: '0.1.0',
		});
		validate(bom);
		expect(validate.errors).toBeNull();
		expect(bom.serialNumber).toBe('urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79');
		expect(bom.components.some(({ type }) => type === 'operating-system')).toBe(true);
	});

	it('is refused by that schema when a component has no name', async () => {
		const bom = JSON.parse(JSON.stringify(hbomOf(await detectHost())));
		delete bom.components[0].name;
		expect(validate(bom)).toBe(false);
	});

	it.skipIf(!fixturesPresent)(`of a Kunpeng server names what it is built of${absent}`, async () => {
		using snapshot = writeSnapshot({
			...SERVER,
			...cpuDumpContents('kunpeng920-5250-openeuler2203-lscpu.txt'),
			...osDumpContents('openeuler-22.03'),
		});
		const profile = await detectHost({ snapshot: snapshot.directory });
		const bom = hbomOf(profile);
		validate(bom);
		expect(validate.errors).toBeNull();
		expect(bom.metadata).toMatchObject({
			component: { type: 'device', name: 'TaiShan 200 (Model 2280)', manufacturer: { name: 'Huawei' } },
		});
		const byRef = new Map(bom.components.map((component) => [component['bom-ref'], component]));
		expect(byRef.get('cpu')).toMatchObject({ name: 'Kunpeng 920 5250', manufacturer: { name: 'Huawei 华为' } });
		expect(byRef.get('memory-0')).toMatchObject({ name: 'M393', manufacturer: { name: 'Samsung' } });
		expect(byRef.get('os')).toMatchObject({ version: '22.03 LTS' });
		expect(byRef.get('firmware')).toMatchObject({ version: '1.75' });
		expect(new Set(bom.components.map((component) => component['bom-ref'])).size).toBe(bom.components.length);
		const text = JSON.stringify(bom);
		for (const secret of ['SERIAL-0001', 'DIMM-0001', '52:54:00']) {
			expect(text).not.toContain(secret);
			expect(JSON.stringify(hbomOf(profile, { unmasked: true }))).toContain(secret);
		}
	});

	it('of a host that nothing is known of names no component at all', async () => {
		using snapshot = writeSnapshot({});
		const bom = hbomOf(await detectHost({ snapshot: snapshot.directory }));
		validate(bom);
		expect(validate.errors).toBeNull();
		expect(bom.components).toEqual([]);
	});
});

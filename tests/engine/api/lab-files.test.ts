import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readSetting } from '../../../contract/settings.ts';
import { labFileCalls } from '../../../engine/api/lab-files.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';
import { sampleLogo } from '../report/sample-logo.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-lab-files-'));
let store: Store;
let calls: ReturnType<typeof labFileCalls>;

beforeEach(() => {
	store = openStore({ directory: mkdtempSync(join(folder, 'data-')) });
	calls = labFileCalls({ store, now: () => new Date('2026-11-26T01:00:00Z') });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array | string): string {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
}
const refused = (code: string, details: object = {}) => ({ code, details: expect.objectContaining(details) });
const template = async (text: string) =>
	new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })));

describe('a logo', () => {
	it('is kept by its digest with what is shown of it, on record with the person', async () => {
		const logo = await calls['report.logo']({ file: file('徽标.gif', sampleLogo()), by: '王工' });
		expect(logo).toMatchObject({
			name: '徽标.gif',
			type: 'png',
			width: 60,
			height: 20,
			on: '2026-11-26T01:00:00.000Z',
		});
		expect(readSetting(store.settings(), 'report.logo')).toEqual(logo);
		expect(Buffer.from(store.evidence.readWhole(logo?.sha256 ?? '')).equals(sampleLogo())).toBe(true);
		expect(store.knownEvidence(logo?.sha256 ?? '').mediaType).toBe('image/png');
		expect(store.factsOfType(null, 'settings.changed').at(-1)?.fact).toMatchObject({ name: 'report.logo', by: '王工' });
	});

	it('is replaced and taken away, which is on record, too', async () => {
		await calls['report.logo']({ file: file('a.png', sampleLogo()), by: '' });
		const second = await calls['report.logo']({ file: file('b.png', sampleLogo(30, 30)), by: '' });
		expect(readSetting(store.settings(), 'report.logo')).toEqual(second);
		expect(await calls['report.logo']({ by: '李工' })).toBeNull();
		expect(readSetting(store.settings(), 'report.logo')).toBeNull();
		expect(store.factsOfType(null, 'settings.changed')).toHaveLength(3);
	});

	it.each([
		[
			'an SVG, whatever its name',
			'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
			'settings.logo-kind',
			{ found: 'SVG' },
		],
		['a GIF', 'GIF89a', 'settings.logo-kind', { found: 'GIF' }],
		['a text', '\u0001\u0002', 'settings.logo-kind', { found: '0x0102' }],
		['nothing', '', 'settings.logo-kind', { found: '∅' }],
		['half a PNG', sampleLogo().subarray(0, 70), 'settings.logo-broken', { found: 'PNG' }],
		['a JPEG without an end', Buffer.from('ffd8ffe000104a464946', 'hex'), 'settings.logo-broken', { found: 'JPEG' }],
		['a dot', sampleLogo(15, 40), 'settings.logo-pixels', { width: 15, height: 40 }],
		['a banner', sampleLogo(4001, 20), 'settings.logo-pixels', { width: 4001 }],
	])('that is %s is refused, and the one before it stays', async (_, bytes, code, details) => {
		const before = await calls['report.logo']({ file: file('good.png', sampleLogo()), by: '' });
		const bad = calls['report.logo']({ file: file('bad.png', bytes), by: '' });
		await expect(bad).rejects.toMatchObject(refused(code, details));
		expect(readSetting(store.settings(), 'report.logo')).toEqual(before);
	});

	it('of 50 MB is refused by its size, a folder and a missing file as no file', async () => {
		const large = file('large.png', sampleLogo());
		truncateSync(large, 50 * 1024 * 1024);
		expect(statSync(large).size).toBe(52_428_800);
		const set = (path: string) => calls['report.logo']({ file: path, by: '' });
		await expect(set(large)).rejects.toMatchObject(refused('settings.logo-size', { size: 52_428_800 }));
		for (const path of [folder, join(folder, 'none.png'), '/dev/zero'])
			await expect(set(path), path).rejects.toMatchObject(refused('call.unreadable-file', { file: path }));
	});
});

describe('a template', () => {
	it('is kept once its placeholders are known to exist', async () => {
		const bytes = await template('{{ report.number }}');
		const kept = await calls['report.template']({ file: file('我们.docx', bytes), by: '王工' });
		expect(kept).toMatchObject({ name: '我们.docx', size: bytes.length });
		expect(readSetting(store.settings(), 'report.template')).toEqual(kept);
		expect(await calls['report.template']({ by: '王工' })).toBeNull();
		expect(readSetting(store.settings(), 'report.template')).toBeNull();
	});

	it('with an unknown placeholder, or that is none, is refused and nothing is stored', async () => {
		const head = store.head();
		const set = (name: string, bytes: Uint8Array | string) =>
			calls['report.template']({ file: file(name, bytes), by: '' });
		const misspelt = await template('{{report.nubmer}} {{product.name}}');
		await expect(set('a.docx', misspelt)).rejects.toMatchObject(
			refused('report.templatePlaceholder', { names: 'report.nubmer' }),
		);
		await expect(set('b.docx', 'hello')).rejects.toMatchObject(refused('report.templateUnreadable'));
		const large = file('c.docx', misspelt);
		truncateSync(large, 21 * 1024 * 1024);
		await expect(calls['report.template']({ file: large, by: '' })).rejects.toMatchObject(
			refused('report.templateUnreadable', { problem: expect.stringContaining('22020096 bytes') }),
		);
		expect(store.head()).toEqual(head);
	});
});

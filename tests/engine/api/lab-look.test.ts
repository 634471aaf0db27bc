import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { keyFolder } from '../../../engine/api/key-calls.ts';
import { labFileCalls } from '../../../engine/api/lab-files.ts';
import { isOwn, labDress } from '../../../engine/api/lab-look.ts';
import { createKey } from '../../../engine/bundle/index.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';
import { SIGNED, sampleDocument } from '../report/sample-document.ts';
import { sampleLogo } from '../report/sample-logo.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-look-'));
const LAB = '某某信创适配实验室';
const [COMPILER] = SIGNED as [(typeof SIGNED)[number]];
const signedBy = (change: Partial<typeof COMPILER>) =>
	sampleDocument({ results: 1, signed: [{ ...COMPILER, ...change }, ...SIGNED.slice(1)] });
const anonymous = sampleDocument({ results: 1, order: {}, signed: [{ ...COMPILER, trust: 'unknown' }] });

describe('a report is the laboratory’s own', () => {
	const here = (name: string, ...keyids: string[]) => ({ name, keyids: new Set(keyids) });
	const mine = here(LAB, COMPILER.keyid);

	it('when it is a draft from here, unless another laboratory stands on it', () => {
		const draft = sampleDocument({ results: 1, signed: [] });
		expect(isOwn(draft, true, here(LAB))).toBe(true);
		expect(isOwn(draft, true, here(''))).toBe(true);
		expect(isOwn(draft, true, here('别的实验室'))).toBe(false);
		expect(isOwn(draft, false, mine)).toBe(false);
	});

	it('when a key that lies here signed it, and the signature holds', () => {
		expect(isOwn(signedBy({ trust: 'unknown' }), false, mine)).toBe(true);
		expect(isOwn(signedBy({ trust: 'unknown' }), false, here(LAB))).toBe(false);
		for (const valid of [false, null]) expect(isOwn(signedBy({ valid }), false, mine)).toBe(false);
		expect(isOwn(anonymous, false, here('任何名称', COMPILER.keyid))).toBe(true);
	});

	it('when a key that the trust list gives to it signed, on another machine of the same laboratory', () => {
		expect(isOwn(signedBy({}), false, here(LAB))).toBe(true);
		expect(isOwn(signedBy({ organisation: '别的实验室' }), false, here(LAB))).toBe(false);
		expect(isOwn(signedBy({ organisation: '' }), false, here(''))).toBe(false);
	});

	it('never by its name alone, nor because it only reviewed it', () => {
		expect(isOwn(signedBy({ trust: 'unknown' }), false, here(LAB, SIGNED[1]?.keyid ?? ''))).toBe(false);
	});
});

describe('dressing', () => {
	let store: Store;
	let dataDirectory: string;
	beforeEach(() => {
		dataDirectory = mkdtempSync(join(folder, 'data-'));
		store = openStore({ directory: dataDirectory });
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const set = (name: string, value: unknown) => store.append({ type: 'settings.changed', name, value, by: '' });

	it('adds logo, seal and sentences of the settings to an own report, and to nobody else’s', async () => {
		const file = join(folder, 'logo.png');
		writeFileSync(file, sampleLogo());
		await labFileCalls({ store, now: () => new Date(0) })['report.logo']({ file, by: '' });
		set('report.seal', { shown: false });
		set('report.declaration', { zh: ['一式三份。'] });
		const owner = { orgName: LAB, role: 'lab' as const };
		const [key] = await createKey({
			dir: keyFolder(dataDirectory),
			owner,
			suites: ['ed25519'],
			passphrase: null,
			now: new Date(0),
		});
		const dress = labDress({ store, dataDirectory });
		const { document } = await dress(signedBy({ keyid: key?.keyid ?? '', trust: 'unknown' }), false);
		expect(document.look).toMatchObject({
			seal: { shown: false, height: null },
			declaration: { zh: ['一式三份。'], en: [] },
		});
		expect(Buffer.from(document.look?.logo ?? []).equals(sampleLogo())).toBe(true);
		const other = signedBy({ trust: 'unknown' });
		expect(await dress(other, false)).toEqual({ document: other });
	});

	it('leaves a document alone while nothing is set, or what is set is nothing that this version knows', async () => {
		const dress = labDress({ store, dataDirectory });
		const draft = sampleDocument({ results: 1, signed: [] });
		expect(await dress(draft, true)).toEqual({ document: draft });
		set('report.logo', { from: 'the future' });
		set('report.template', null);
		expect(await dress(draft, true)).toEqual({ document: draft });
	});

	it('says so where the bytes of the logo were changed on the disk, and prints no other picture', async () => {
		const file = join(folder, 'logo.png');
		writeFileSync(file, sampleLogo());
		const logo = await labFileCalls({ store, now: () => new Date(0) })['report.logo']({ file, by: '' });
		writeFileSync(store.evidence.pathOf(logo?.sha256 ?? ''), sampleLogo(40, 40));
		const dressing = labDress({ store, dataDirectory })(sampleDocument({ results: 1, signed: [] }), true);
		await expect(dressing).rejects.toMatchObject({ code: 'store.evidence-damaged' });
	});
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleLogo } from '../engine/report/sample-logo.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';

/** A laboratory on a machine without a window sets up its letterhead, then reports; another one prints the report without it. */
const folder = newDataFolder();
const other = newDataFolder();
const data = folder.path;
const bundle = join(data, '报告.xcr');
const shipei = (argv: string[], of = data) => runShipei(argv, { data: of, language: 'en_US.UTF-8' });
const rendered = async (source: string, format: string, more: string[] = [], of = data) => {
	const out = join(data, `out-${format}`);
	const ended = await shipei(
		['report', 'render', source, '--format', format, '--language', 'zh', '--out', out, ...more],
		of,
	);
	expect(ended.code, ended.stderr).toBe(0);
	return readFileSync(out);
};
const wordsOf = (docx: Buffer) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
const template = async (text: string) => {
	const file = join(data, 'letterhead.docx');
	writeFileSync(file, await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })));
	return file;
};

beforeAll(async () => {
	const suite = join(data, 'suites', 'small');
	mkdirSync(suite, { recursive: true });
	writeFileSync(join(suite, 'suite.yaml'), suiteText('small', ''));
	for (const argv of [
		['run', 'small', '--yes'],
		['key', 'new', '--owner', '某某实验室', '--role', 'lab', '--suite', 'ed25519', '--no-passphrase'],
		['report', 'export', 'last', '--out', bundle],
	]) {
		const ended = await shipei(argv);
		expect(ended.code, ended.stderr).toBe(0);
	}
});
afterAll(() => {
	folder.remove();
	other.remove();
});

function suiteText(id: string, network: string): string {
	return `schema: shipei.suite/1
id: ${id}
version: 1.0.0
title: {zh: 小套件, en: Small suite}
category: machine
${network}cases:
  - id: good
    title: {zh: 好的, en: Good}
    steps: [{run: ['true']}]
`;
}

it('sets one thing after the other, shows them, and takes them back', async () => {
	const logo = join(data, 'logo.png');
	writeFileSync(logo, sampleLogo());
	for (const argv of [
		['name', '某某实验室'],
		['logo', logo],
		['seal.zh', '（测试报告专用章）'],
		['declaration.zh', '本报告一式三份。', '电子版有同等效力。'],
		['network', 'db.lab:5432', '10.0.0.5', '--by', '王工'],
	]) {
		const ended = await shipei(['settings', 'set', ...argv]);
		expect(ended.code, ended.stderr).toBe(0);
	}
	expect(JSON.parse((await shipei(['settings', 'show', '--json'])).stdout)).toMatchObject({
		name: '某某实验室',
		logo: { name: 'logo.png', width: 60 },
		seal: true,
		'seal.zh': '（测试报告专用章）',
		'declaration.zh': ['本报告一式三份。', '电子版有同等效力。'],
		network: ['db.lab:5432', '10.0.0.5'],
		template: null,
	});
	const page = (await shipei(['settings', 'show'])).stdout;
	expect(page).toMatch(/logo +logo\.png \(\d+ B, 60 × 20, sha256:[0-9a-f]{16}…/u);
	expect((await shipei(['settings', 'unset', 'seal.zh'])).stdout).toContain('seal.zh: —');
	await shipei(['settings', 'set', 'seal.zh', '（测试报告专用章）']);
});

it('prints them on the report that this laboratory signed, and on its draft; elsewhere nobody sees them', async () => {
	for (const source of [bundle, 'last']) {
		const page = (await rendered(source, 'html')).toString('utf8');
		expect(page, source).toContain('class="logo"');
		for (const part of ['（测试报告专用章）', '本报告一式三份。']) expect(page, source).toContain(part);
	}
	const elsewhere = (await rendered(bundle, 'html', [], other.path)).toString('utf8');
	expect(elsewhere).not.toMatch(/class="logo"|一式三份/u);
	const logo = join(data, 'logo.png');
	expect((await shipei(['settings', 'set', 'logo', logo], other.path)).code).toBe(0);
	expect((await rendered(bundle, 'html', [], other.path)).toString('utf8')).not.toContain('class="logo"');
});

it('prints DOCX in the template of the settings, in another one where that is named, and in the layout of the program', async () => {
	expect((await shipei(['settings', 'set', 'template', await template('信笺甲 {{product.name}}')])).code).toBe(0);
	expect(wordsOf(await rendered(bundle, 'docx'))).toContain('信笺甲');
	expect(wordsOf(await rendered(bundle, 'docx', ['--template', await template('信笺乙')]))).toContain('信笺乙');
	expect(wordsOf(await rendered(bundle, 'docx', ['--no-template']))).toContain('信创适配测试报告');
	expect((await rendered(bundle, 'html')).toString('utf8')).not.toContain('信笺甲');
	const bad = await shipei(['settings', 'set', 'template', await template('{{report.nubmer}}')]);
	expect([bad.code, bad.stderr]).toEqual([
		2,
		expect.stringMatching(/report\.nubmer.*\[report\.templatePlaceholder\]/su),
	]);
	expect(wordsOf(await rendered(bundle, 'docx'))).toContain('信笺甲');
	expect((await shipei(['settings', 'unset', 'template'])).stdout).toContain('template: —');
	expect(wordsOf(await rendered(bundle, 'docx'))).not.toContain('信笺甲');
});

it('writes the example to start from without a data folder, and it is a template that is taken', async () => {
	const out = join(data, 'example.docx');
	expect((await shipei(['report', 'template', '--out', out], '/nonexistent/shipei')).code).toBe(0);
	expect((await shipei(['settings', 'set', 'template', out])).code).toBe(0);
	await shipei(['settings', 'unset', 'template']);
});

it('says what is no setting, no logo, no target, and who has to be named', async () => {
	const svg = join(data, 'logo.svg');
	writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg"/>');
	for (const [argv, said] of [
		[['colour', 'red'], /no setting “colour”.*logo, template, name/u],
		[['logo', svg], /is SVG.*\[settings\.logo-kind\]/u],
		[['network', '10.0.0.0/8', '--by', '王工'], /“10\.0\.0\.0\/8” is no network target/u],
		[['network', 'db.lab'], /with --by.*\[settings\.nobody\]/u],
		[['witnessed', 'perhaps'], /on \| off/u],
	] as const) {
		const ended = await shipei(['settings', 'set', ...argv]);
		expect([ended.code, ended.stderr], argv.join(' ')).toEqual([2, expect.stringMatching(said)]);
	}
});

it('a plan that reaches a target outside the list starts once each is named, and the report tells', async () => {
	const suite = join(data, 'suites', 'reaching');
	mkdirSync(suite);
	writeFileSync(join(suite, 'suite.yaml'), suiteText('reaching', 'network: {lan: ["db.lab:5432", "172.16.0.9"]}\n'));
	const dry = await shipei(['run', 'reaching', '--dry-run']);
	expect(dry.stdout).toContain('the network is used: db.lab:5432, 172.16.0.9');
	expect(dry.stdout).toMatch(/not on the laboratory's list of network targets[^\n]*: 172\.16\.0\.9\n/u);
	const refused = await shipei(['run', 'reaching', '--yes']);
	expect([refused.code, refused.stderr]).toEqual([
		2,
		expect.stringMatching(/reaches 172\.16\.0\.9, which.*\[run\.network-unconfirmed\]/su),
	]);
	const ran = await shipei(['run', 'reaching', '--yes', '--network', '172.16.0.9', '--operator', '王工', '--json']);
	expect(ran.code, ran.stderr).toBe(0);
	const shown = JSON.parse((await shipei(['show', 'last', '--json'])).stdout);
	expect(shown.notices).toContainEqual(
		expect.objectContaining({
			code: 'network.confirmed',
			text: expect.objectContaining({ zh: expect.stringContaining('王工 确认') }),
		}),
	);
	await shipei(['settings', 'set', 'network', 'db.lab', '172.16.0.9:22', '172.16.0.9', '--by', '王工']);
	expect((await shipei(['run', 'reaching', '--yes'])).code).toBe(0);
});

it('looks for suites in a folder from the moment that it is added', async () => {
	const suites = join(other.path, 'more');
	mkdirSync(join(suites, 'extra'), { recursive: true });
	writeFileSync(join(suites, 'extra', 'suite.yaml'), suiteText('extra', ''));
	const added = await shipei(['suite', 'add-folder', suites, '--by', '王工']);
	expect([added.code, added.stdout]).toEqual([0, expect.stringContaining(`${suites}`)]);
	expect((await shipei(['suite', 'list'])).stdout).toContain('extra');
	expect((await shipei(['suite', 'folders'])).stdout).toMatch(/more +settings +1 suites/u);
	expect((await shipei(['suite', 'add-folder', suites, '--by', '王工'])).stderr).toContain('[suite.folder-known]');
	expect((await shipei(['suite', 'remove-folder', suites, '--by', '王工'])).code).toBe(0);
	expect((await shipei(['suite', 'list'])).stdout).not.toContain('extra');
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../../../engine/report/content/compose-report.ts';
import {
	exampleReportTemplate,
	type LabLook,
	type RenderOptions,
	renderReport,
} from '../../../../engine/report/index.ts';
import { sampleDocument } from '../sample-document.ts';
import { sampleLogo } from '../sample-logo.ts';

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
const plain = sampleDocument({ results: 2 });
const LOOK: LabLook = {
	logo: sampleLogo(),
	seal: { shown: true, zh: '（测试报告专用章）', en: '(report seal)', height: 45 },
	declaration: { zh: ['本报告一式三份。', '<b>盖章</b>有效。'], en: [] },
};
const content = (look?: LabLook, language: 'zh' | 'en' = 'zh') =>
	composeReport({ ...plain, ...(look && { look }) }, language);
const render = async (format: RenderOptions['format'], look?: LabLook, more: Partial<RenderOptions> = {}) =>
	renderReport({ ...plain, ...(look && { look }) }, { format, language: 'zh', ...more });
const html = async (look?: LabLook) => Buffer.from(await render('html', look)).toString('utf8');

describe('the cover', () => {
	it('shows the logo of the lab, named, and the place for the seal as the lab words it', () => {
		const { cover } = content(LOOK);
		expect(cover.logo).toMatchObject({ type: 'png', width: 60, height: 20, caption: '某某信创适配实验室徽标' });
		expect(cover.sealBox).toEqual({ text: '（测试报告专用章）', height: 45 });
		expect(content(LOOK, 'en').cover.sealBox?.text).toBe('(report seal)');
	});

	it('has no logo and the usual place for a seal while the lab said nothing, and keeps the box for a mark empty', () => {
		const { cover } = content();
		expect([cover.logo, cover.sealBox]).toEqual([null, { text: '（检验检测专用章）', height: null }]);
		expect(content({ seal: { shown: true, zh: '', en: '', height: null } }).cover.sealBox?.text).toBe(
			'（检验检测专用章）',
		);
		expect(content(LOOK).cover.markBox).toBe(cover.markBox);
	});

	it('has no place for a seal where the lab wants none', async () => {
		const look: LabLook = { seal: { shown: false, zh: '某章', en: '', height: 30 } };
		expect(content(look).cover.sealBox).toBeNull();
		expect(await html(look)).not.toContain('class="seal"');
		expect(await html()).toContain('class="seal"');
	});

	it('leaves out a logo that is no whole picture', () => {
		expect(content({ logo: sampleLogo().subarray(0, 60) }).cover.logo).toBeNull();
	});
});

describe('the statement page', () => {
	it('keeps every usual sentence and puts those of the lab under a title of their own', () => {
		const { declaration } = content(LOOK);
		expect(declaration.items).toEqual(content().declaration.items);
		expect(declaration.added).toEqual({
			title: '测试机构补充声明（由测试机构自行规定）',
			items: ['本报告一式三份。', '<b>盖章</b>有效。'],
		});
	});

	it('states in the other language what the lab worded in one only, and nothing where it added nothing', () => {
		expect(content(LOOK, 'en').declaration.added?.items[0]).toBe('本报告一式三份。');
		expect(content({ declaration: { zh: [], en: [] } }).declaration.added).toBeNull();
		expect(content().declaration.added).toBeNull();
	});
});

describe('the documents', () => {
	it('HTML carries the logo inside and the sentences as text, under the same policy', async () => {
		const page = await html(LOOK);
		expect(page).toContain(`src="data:image/png;base64,${Buffer.from(sampleLogo()).toString('base64')}"`);
		expect(page).toContain('alt="某某信创适配实验室徽标" width="204" height="68"');
		expect(page).toContain('<li>&lt;b&gt;盖章&lt;/b&gt;有效。</li>');
		expect(page).toContain('.seal{min-height:45mm');
		expect(page).not.toMatch(/<[^>]+ style=/u);
	});

	it('DOCX holds the very bytes of the logo, with a text for those who cannot see it', async () => {
		const files = unzipSync(await render('docx', LOOK));
		const media = Object.entries(files).filter(([name]) => name.startsWith('word/media/'));
		expect(media.some(([, bytes]) => Buffer.from(bytes).equals(sampleLogo()))).toBe(true);
		const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
		for (const part of ['某某信创适配实验室徽标', '（测试报告专用章）', '本报告一式三份。'])
			expect(text).toContain(part);
	});

	it('a template of the lab gets the sentences with the statement', async () => {
		const file = await render('docx', LOOK, { template: await exampleReportTemplate('zh') });
		expect(strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())).toContain('1. 本报告一式三份。');
	});

	it.skipIf(!poppler)(
		'PDF shows logo, seal and sentences and is no page longer (skipped without poppler-utils)',
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'report-look-'));
			const read = async (name: string, look?: LabLook) => {
				writeFileSync(join(folder, name), await render('pdf', look));
				const text = spawnSync('pdftotext', ['-layout', join(folder, name), '-'], { encoding: 'utf8' }).stdout;
				const images = spawnSync('pdfimages', ['-list', '-l', '1', join(folder, name)], { encoding: 'utf8' }).stdout;
				return { pages: text.split('\f'), images };
			};
			const [with_, without] = [await read('with.pdf', LOOK), await read('without.pdf')];
			rmSync(folder, { recursive: true });
			expect(with_.images).toMatch(/ 60 +20 /u);
			expect(without.images).not.toMatch(/ 60 +20 /u);
			expect(with_.pages[0]).toContain('（测试报告专用章）');
			expect(with_.pages[1]).toContain('测试机构补充声明');
			expect(with_.pages).toHaveLength(without.pages.length);
		},
	);

	it('are the same without a look as with an empty one', async () => {
		for (const format of ['html', 'docx', 'pdf'] as const)
			expect(Buffer.from(await render(format, {})).equals(await render(format)), format).toBe(true);
	});
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDER_NAMES } from '../../../../engine/report/docx/template/placeholder-names.ts';
import { exampleReportTemplate, type RenderOptions, renderReport } from '../../../../engine/report/index.ts';
import { HOSTILE_NAME } from '../hostile.ts';
import { sampleDocument } from '../sample-document.ts';

const office = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).status === 0;

async function render(
	document: ReturnType<typeof sampleDocument>,
	options: Partial<RenderOptions> = {},
): Promise<Uint8Array> {
	return renderReport(document, { format: 'docx', language: 'zh', ...options });
}

/** The words of a part in reading order; well-formed XML or an error. */
function words(file: Uint8Array, part = 'word/document.xml'): string {
	const xml = new DOMParser({
		onError: (level, message) => {
			throw new Error(`${level}: ${message}`);
		},
	}).parseFromString(strFromU8(unzipSync(file)[part]!), 'text/xml');
	return [...xml.getElementsByTagName('w:t')].map((element) => element.textContent).join('');
}

describe('the DOCX', () => {
	it('has the same sections in the same order as the template, and repeats the heads of its tables', async () => {
		const file = await render(sampleDocument({ results: 15 }));
		const text = words(file);
		const places = [
			'信创适配测试报告',
			'声　明',
			'信创适配测试结果摘要',
			'1 概述',
			'2 样品描述',
			'3 测试依据',
			'4 测试环境',
			'5 测试结果',
			'6 性能结果',
			'7 问题与异常',
			'8 偏离',
			'9 分包',
			'10 测试结论',
			'签署',
			'附录 A',
			'附录 E',
			'报告结束',
		].map((title) => text.lastIndexOf(title));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect([...places].sort((a, b) => a - b)).toEqual(places);
		expect(strFromU8(unzipSync(file)['word/document.xml']!).match(/<w:tblHeader\/>/gu)!.length).toBeGreaterThan(8);
	});

	it('is well-formed XML with hostile names and shows what they hide', async () => {
		const text = words(
			await render(sampleDocument({ results: 12, productName: HOSTILE_NAME, title: () => `${HOSTILE_NAME}\u0000` })),
		);
		expect(text).toContain('<script>alert(1)</script>');
		expect(text).toContain('〔U+202E〕');
		expect(text).toContain('〔U+0000〕');
	});

	it('carries the draft mark behind every page while nobody signed it', async () => {
		const headers = (file: Uint8Array) =>
			Object.entries(unzipSync(file))
				.filter(([name]) => /header\d+\.xml$/u.test(name))
				.map(([, bytes]) => strFromU8(bytes).includes('草稿 DRAFT'));
		expect(headers(await render(sampleDocument({ results: 2, signed: [] })))).toEqual([true, true]);
		expect(headers(await render(sampleDocument({ results: 2 })))).toEqual([false, false]);
	});

	it.skipIf(!office)(
		'opens in LibreOffice with its text, its numbered pages and its contents (skipped without LibreOffice)',
		async () => {
			const folder = await mkdtemp(join(tmpdir(), 'report-docx-'));
			await writeFile(join(folder, 'report.docx'), await render(sampleDocument({ results: 10 })));
			const options = { encoding: 'utf8' as const, env: { ...process.env, HOME: folder } };
			spawnSync(
				'soffice',
				['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')],
				options,
			);
			const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], options);
			const pages = stdout.split('\f').slice(0, -1);
			expect(pages.length).toBeGreaterThan(8);
			expect(pages[4]).toContain(`第 5 页 共 ${pages.length} 页`);
			expect(stdout.replaceAll(/\s+/gu, '')).toContain('银河麒麟高级服务器操作系统');
			await rm(folder, { recursive: true });
		},
	);
});

describe('the lab’s own template', () => {
	const document = sampleDocument({ results: 10 });

	it.each(['zh', 'en'] as const)('is shipped in %s exactly as the program makes it', async (language) => {
		const shipped = await readFile(
			new URL(`../../../../engine/report/templates/report-template-${language}.docx`, import.meta.url),
		);
		expect(Buffer.from(await exampleReportTemplate(language)).equals(shipped)).toBe(true);
	});

	it('is filled in body, head and foot, and nothing between braces is left', async () => {
		const file = await render(document, { template: await exampleReportTemplate('zh'), copy: { number: 1, of: 3 } });
		const parts = Object.keys(unzipSync(file)).filter((name) =>
			/word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name),
		);
		const all = parts.map((part) => words(file, part)).join('\n');
		expect(all).not.toMatch(/\{\{|\}\}/u);
		for (const text of [
			'示例公文管理系统',
			'SPT-2026-0117-R01',
			'第 1 份，共 3 份',
			'5.2 结果明细',
			'附录 A 证据清单',
			'王五',
			document.reportId,
		]) {
			expect(all, text).toContain(text);
		}
	});

	it('keeps what the lab wrote around the placeholders', async () => {
		const template = await templateWith(
			'某某实验室专用信笺',
			'编号 {{ report.number }}，{{product.name}}／{{product.name}}',
		);
		const text = words(await render(document, { template }));
		expect(text).toContain('某某实验室专用信笺');
		expect(text).toContain('编号 SPT-2026-0117-R01，示例公文管理系统／示例公文管理系统');
	});

	it('is refused when it names a placeholder that does not exist', async () => {
		const rendering = render(document, { template: await templateWith('{{report.nubmer}} {{product.name}}') });
		await expect(rendering).rejects.toMatchObject({
			code: 'report.templatePlaceholder',
			details: { names: 'report.nubmer' },
		});
	});

	it.each([
		['no ZIP file', new TextEncoder().encode('hello')],
		['an empty file', new Uint8Array()],
	])('is refused when it is %s', async (_, template) => {
		await expect(render(document, { template })).rejects.toMatchObject({ code: 'report.templateUnreadable' });
	});

	it('cannot turn a draft into a report by leaving the mark out', async () => {
		const template = await templateWith('{{product.name}}');
		expect(words(await render(sampleDocument({ results: 2, signed: [] }), { template }))).toContain('草稿 DRAFT');
		expect(words(await render(document, { template }))).not.toContain('草稿');
	});

	it('takes a hostile name as text', async () => {
		const hostile = sampleDocument({ results: 2, productName: `${HOSTILE_NAME}{{lab.name}}` });
		const text = words(await render(hostile, { template: await templateWith('{{product.name}}') }));
		expect(text).toContain('<script>alert(1)</script>');
		expect(text).toContain('〔U+202E〕');
		expect(text).toContain('{{lab.name}}');
	});

	it('knows every placeholder that the guide lists, and lists every one it knows', async () => {
		for (const guide of ['report-template.md', 'report-template.zh-CN.md']) {
			const text = await readFile(new URL(`../../../../docs/${guide}`, import.meta.url), 'utf8');
			const listed = [...new Set([...text.matchAll(/`\{\{([\w.]+)\}\}`/gu)].map((match) => match[1]!))].sort();
			const { placeholders } = await import('../../../../engine/report/docx/template/placeholders.ts');
			const { composeReport } = await import('../../../../engine/report/content/compose-report.ts');
			const { createContext } = await import('../../../../engine/report/content/context.ts');
			const known = Object.keys(placeholders(composeReport(document, 'zh'), createContext(document, 'zh'))).sort();
			expect(listed, guide).toEqual(known);
			expect([...PLACEHOLDER_NAMES].sort(), 'the names by which a template is checked').toEqual(known);
		}
	});
});

async function templateWith(...lines: string[]): Promise<Uint8Array> {
	const file = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
	return new Uint8Array(await Packer.toBuffer(file));
}

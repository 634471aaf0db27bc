import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFonts } from '../../../../engine/report/fonts.ts';
import { renderReport } from '../../../../engine/report/index.ts';
import { fontWith } from '../font/font-with.ts';
import { HOSTILE_NAME, LONG_NAME } from '../hostile.ts';
import { sampleDocument } from '../sample-document.ts';

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
const qpdf = spawnSync('qpdf', ['--version']).status === 0;

let folder = '';
let zh = '';
let hostile = '';
let rare = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'report-pdf-'));
	const write = async (name: string, document: ReturnType<typeof sampleDocument>, fontFolders: string[] = []) => {
		const file = join(folder, `${name}.pdf`);
		const copy = { number: 1, of: 3 };
		await writeFile(file, await renderReport(document, { format: 'pdf', language: 'zh', copy, fontFolders }));
		return file;
	};
	zh = await write('zh', sampleDocument({ results: 40 }));
	hostile = await write(
		'hostile',
		sampleDocument({
			results: 12,
			productName: `${HOSTILE_NAME}𠮷野`,
			title: (index) => (index === 3 ? LONG_NAME : HOSTILE_NAME),
			signed: [],
		}),
	);
	const fonts = join(folder, 'fonts');
	await mkdir(fonts);
	await copyFile(findFonts().song, join(fonts, 'ours.ttf'));
	await writeFile(join(fonts, 'rare.ttf'), fontWith('\u{20BB7}', await readFile(findFonts().song)));
	rare = await write('rare', sampleDocument({ results: 3, productName: '𠮷野㐂𪚥', title: () => '打印“𠮷”' }), [fonts]);
});

afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(!poppler)('the PDF (skipped without poppler-utils)', () => {
	it('gives its Chinese text back exactly when it is searched or copied', () => {
		const text = textOf(zh);
		for (const part of [
			'信创适配测试报告',
			'示例公文管理系统',
			'银河麒麟高级服务器操作系统',
			'生僻字“㐂䶮”显示与录入',
			'找不到 libssl.so.1.1',
			'测试结论：不通过',
			'—— 报告结束 ——',
		]) {
			expect(text.replaceAll(/\s+/gu, ''), part).toContain(part.replaceAll(/\s+/gu, ''));
		}
	});

	it('numbers every page but the cover as page X of Y and names the report on each', () => {
		const pages = pageTexts(zh);
		expect(pages.length).toBeGreaterThan(10);
		for (const [index, page] of pages.entries()) {
			expect(page.includes(`第 ${index + 1} 页 共 ${pages.length} 页`), `page ${index + 1}`).toBe(index > 0);
			expect(page).toContain('SPT-2026-0117-R01');
			expect(page).toContain('密级：内部');
			expect(page).toContain('第 1 份，共 3 份');
		}
	});

	it('repeats the head of the result table on each of its pages', () => {
		const pages = pageTexts(zh);
		const first = pages.findIndex((page) => /^5\.2 结果明细/mu.test(page));
		const last = pages.findIndex((page) => /^5\.3 人工用例/mu.test(page));
		expect(last - first).toBeGreaterThan(2);
		for (const page of pages.slice(first, last)) {
			expect(page).toMatch(/用例名称与编号\s+级别\s+预期结果\s+实际结果\s+结论\s+证据号\s+备注/u);
		}
	});

	it('embeds a subset of every font it uses, with a map back to Unicode', () => {
		const fonts = run('pdffonts', [zh])
			.split('\n')
			.slice(2)
			.filter((line) => line !== '');
		expect(fonts.length).toBeGreaterThanOrEqual(2);
		for (const line of fonts) {
			expect(line).toMatch(/^[A-Z]{6}\+NotoS\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/u);
		}
	});

	it('follows GB/T 9704 as 公文: margins of 37 and 28 mm, a type area of 156 mm, text of 16 points', async () => {
		const file = join(folder, 'official.pdf');
		const official = { format: 'pdf', language: 'zh', theme: 'official' } as const;
		await writeFile(file, await renderReport(sampleDocument({ results: 3 }), official));
		const words = [
			...run('pdftotext', ['-f', '2', '-l', '2', '-bbox', file, '-']).matchAll(
				/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu,
			),
		];
		const millimetres = (points: string | undefined) => (Number(points) / 72) * 25.4;
		const item = words.find(([, , , , , word]) => word?.startsWith('本报告涂改'));
		expect(Math.min(...words.map(([, left]) => millimetres(left)))).toBeCloseTo(28, 0);
		expect(Math.max(...words.map(([, , , right]) => millimetres(right)))).toBeLessThan(28 + 156.5);
		// Eleven letters of 16 points.
		expect(Number(item?.[3]) - Number(item?.[1])).toBeCloseTo(11 * 16, 0);
	});

	it('keeps the summary on one page', () => {
		const [page] = pageTexts(zh).filter((text) => text.includes('信创适配测试结果摘要'));
		expect(page).toContain('编制');
		expect(page).toContain('王五');
		expect(page).toContain('签名有效');
	});

	it('sets a rare character in a font of the machine, which it embeds and tells of, wherever it stands', () => {
		const text = textOf(rare).replaceAll(/\s+/gu, '');
		expect(text).toContain('𠮷野㐂〔U+2A6A5〕V5.2.1');
		expect(text).toContain('打印“𠮷”');
		expect(text).toMatch(/以下生僻字由生成本文件的计算机上的字体排印：𠮷（U\+20BB7）。/u);
		expect(text).toMatch(/以码位代替：〔U\+2A6A5〕。/u);
		expect(text).not.toContain('〔U+20BB7〕');
		expect(run('pdffonts', [rare]).match(/ yes yes yes /gu)?.length).toBe(4);
	});

	it('prints characters that no font has by their code point and lists them', () => {
		const text = textOf(hostile).replaceAll(/\s+/gu, '');
		expect(text).toContain('〔U+20BB7〕野');
		expect(text).toMatch(/以码位代替：.*〔U\+20BB7〕/u);
	});

	it('keeps a hostile name as text, shows a turned direction, and runs no line out of the page', () => {
		const text = textOf(hostile);
		expect(text.replaceAll(/\s+/gu, '')).toContain('<script>alert(1)</script>');
		expect(text).toContain('〔U+202E〕');
		const boxes = run('pdftotext', ['-bbox', hostile, '-']);
		const right = [...boxes.matchAll(/<word xMin="[\d.]+" yMin="[\d.]+" xMax="([\d.]+)"/gu)].map((match) =>
			Number(match[1]),
		);
		expect(right.length).toBeGreaterThan(500);
		expect(Math.max(...right)).toBeLessThan(595.28 - 40);
	});

	it('marks every page of an unsigned report as a draft', () => {
		const marks = run('pdftotext', ['-raw', hostile, '-'])
			.split('\f')
			.slice(0, -1)
			.map((page) => page.replaceAll(/\s+/gu, '').endsWith('草稿DRAFT'));
		expect(marks.length).toBeGreaterThan(10);
		expect(marks.every(Boolean)).toBe(true);
		expect(textOf(zh)).not.toContain('草稿');
	});

	it('has the sections as bookmarks', () => {
		const xml = run('pdftohtml', ['-xml', '-i', '-stdout', zh]);
		const outline = [...xml.slice(xml.indexOf('<outline>')).matchAll(/<item page="\d+">([^<]+)</gu)].map(
			(match) => match[1],
		);
		expect(outline).toContain('5 测试结果');
		expect(outline).toContain('5.2 结果明细');
		expect(outline).toContain('附录 E 核验方法');
	});
});

describe('the PDF file', () => {
	it.skipIf(!qpdf)('is well formed by qpdf (skipped without qpdf)', () => {
		for (const file of [zh, hostile]) {
			const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
			expect(stdout).toContain('No syntax or stream encoding errors found');
			expect(status).toBe(0);
		}
	});

	it('refuses to start without its fonts and names the missing file', async () => {
		const rendering = renderReport(sampleDocument({ results: 1 }), { format: 'pdf', language: 'en', fonts: folder });
		await expect(rendering).rejects.toMatchObject({
			code: 'report.fontMissing',
			details: { file: 'NotoSerifSC_400Regular.ttf' },
		});
	});
});

function pageTexts(file: string): string[] {
	return textOf(file).split('\f').slice(0, -1);
}

function textOf(file: string): string {
	return run('pdftotext', ['-layout', file, '-']);
}

function run(program: string, args: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
	if (status !== 0) {
		throw new Error(`${program}: ${stderr}`);
	}
	return stdout;
}

import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../../engine/report/index.ts';
import { plainCell } from '../../../../engine/report/sheet/plain-cell.ts';
import { HOSTILE_NAME } from '../hostile.ts';
import { sampleDocument } from '../sample-document.ts';

describe('CSV', () => {
	it('begins with a byte order mark, ends its lines with CRLF and has one line a result', async () => {
		const bytes = await renderReport(sampleDocument({ results: 25 }), { format: 'csv', language: 'zh' });
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const rows = parseCsv(new TextDecoder().decode(bytes));
		expect(rows).toHaveLength(26);
		expect(new Set(rows.map((row) => row.length)).size).toBe(1);
		expect(rows[0]!.slice(0, 3)).toEqual(['序号', '用例编号', '用例名称']);
	});

	it('says the same as the statement, cell by cell', async () => {
		const document = sampleDocument({ results: 12 });
		const rows = parseCsv(new TextDecoder().decode(await renderReport(document, { format: 'csv', language: 'zh' })));
		const test = document.statement.predicate.tests[7]!;
		const line = Object.fromEntries(rows[0]!.map((title, index) => [title, rows[8]![index]]));
		expect(line).toMatchObject({
			用例编号: test.id,
			结论: '不通过',
			状态: 'failed',
			原因: test.reason!.text.zh,
			尝试次数: '2',
			证据号: 'E011',
		});
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r\n=1', '＝1', ' =cmd|', '"=1'])(
		'makes %j text, not a formula',
		(text) => {
			expect(plainCell(text).startsWith("'")).toBe(true);
		},
	);

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])(
		'writes a case named %j as text into the file itself',
		async (text) => {
			const document = sampleDocument({ results: 2, title: () => text });
			const rows = parseCsv(new TextDecoder().decode(await renderReport(document, { format: 'csv', language: 'zh' })));
			expect(rows[1]![2]).toBe(`'${text}`);
		},
	);

	it('never begins a cell as a formula, whatever the texts are, and survives being read again', () => {
		const cell = fc.oneof(
			fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((points) => String.fromCodePoint(...points)),
			fc.constantFrom('=', '@', '-', '"', ',', '\n').chain((sign) => fc.string().map((rest) => sign + rest)),
		);
		fc.assert(fc.property(cell, (text) => !/^\s*[=+\-@]/u.test(plainCell(text))));
	});
});

describe('XLSX', () => {
	it('prints as wide as the page with its heads on every page, and is high enough for its texts', async () => {
		const document = sampleDocument({ results: 3, title: (index) => (index === 1 ? '很长的名称'.repeat(30) : '短') });
		const parts = unzipSync(await renderReport(document, { format: 'xlsx', language: 'zh' }));
		const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
		for (const sheet of [1, 2, 3, 4]) {
			const xml = part(`xl/worksheets/sheet${sheet}.xml`);
			expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
			expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/u);
		}
		const titles = [...part('xl/workbook.xml').matchAll(/Print_Titles" localSheetId="(\d)">([^<]+)</gu)];
		expect(titles.map(([, sheet, range]) => [sheet, range])).toEqual([
			['0', "'摘要'!$1:$1"],
			['1', "'结果'!$1:$1"],
			['2', "'测量'!$1:$1"],
			['3', "'证据'!$1:$1"],
		]);
		const heights = [...part('xl/worksheets/sheet2.xml').matchAll(/<row r="\d+"[^>]* ht="([\d.]+)"/gu)];
		const [, high = 0, low = 0] = heights.map(([, height]) => Number(height));
		expect([high > 100, low < 50]).toEqual([true, true]);
	});

	it('says of figures what the documents say, in the language that was asked for', async () => {
		const file = await renderReport(sampleDocument({ results: 3 }), { format: 'xlsx', language: 'zh' });
		const texts = strFromU8(unzipSync(file)['xl/sharedStrings.xml'] ?? new Uint8Array());
		for (const word of ['越大越好', '达到', '更好', '必测']) expect(texts).toContain(word);
		for (const word of ['higher', 'passed;', 'changed-slightly', 'must ']) expect(texts).not.toContain(word);
	});

	it('names the verdict in words, keeps the head in view and holds no formula', async () => {
		const document = sampleDocument({ results: 20, productName: HOSTILE_NAME, title: () => '=1+1' });
		const files = unzipSync(await renderReport(document, { format: 'xlsx', language: 'zh' }));
		const xml = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
		const all = xml.map(([, content]) => content).join('\n');
		for (const word of ['通过', '带条件通过', '不通过', '不涉及', '仅测量', '摘要', '测量', '证据']) {
			expect(all, word).toContain(word);
		}
		const sheets = xml.filter(([name]) => /worksheets\/sheet\d+\.xml$/u.test(name));
		expect(sheets).toHaveLength(4);
		for (const [, content] of sheets) {
			expect(content).toContain('state="frozen"');
			expect(content).not.toMatch(/<f[ >]/u);
		}
		expect(all).not.toContain('\u202E');
	});

	it('is well-formed XML and shows the control characters of a name, which XML cannot hold', async () => {
		const document = sampleDocument({ results: 2, title: () => `${HOSTILE_NAME}\u0000\u001B[31m` });
		const files = unzipSync(await renderReport(document, { format: 'xlsx', language: 'zh' }));
		const parts = Object.entries(files).filter(([name]) => name.endsWith('.xml'));
		const texts = parts.map(([, bytes]) => parseXml(strFromU8(bytes)).documentElement?.textContent ?? '').join('');
		expect(texts).toContain('<script>alert(1)</script>');
		expect(texts).toContain('〔U+0000〕');
		expect(texts).toContain('〔U+001B〕');
	});

	it('cuts a cell at the most characters that Excel reads', async () => {
		const document = sampleDocument({ results: 1, title: () => 'x'.repeat(40_000) });
		const files = unzipSync(await renderReport(document, { format: 'xlsx', language: 'en' }));
		const all = Object.values(files)
			.map((bytes) => strFromU8(bytes))
			.join('\n');
		expect(all).toContain('x'.repeat(32_767));
		expect(all).not.toContain('x'.repeat(32_768));
	});
});

function parseXml(text: string) {
	const onError = (level: string, message: string) => {
		throw new Error(`${level}: ${message}`);
	};
	return new DOMParser({ onError }).parseFromString(text, 'text/xml');
}

/** RFC 4180, in a few lines. */
function parseCsv(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const match of text.replace(/^\uFEFF/u, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
		rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === '\r\n') {
			rows.push([]);
		}
	}
	return rows.slice(0, -1);
}

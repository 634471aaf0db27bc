import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../../engine/report/index.ts';
import { HOSTILE_NAME, LONG_NAME } from '../hostile.ts';
import { sampleDocument } from '../sample-document.ts';

async function html(options: Parameters<typeof sampleDocument>[0], language: 'zh' | 'en' = 'zh'): Promise<string> {
	const bytes = await renderReport(sampleDocument(options), { format: 'html', language, copy: { number: 2, of: 5 } });
	return new TextDecoder().decode(bytes);
}

describe('the HTML report', () => {
	it('holds what ISO/IEC 17025 7.8.2 asks for: number, parties, item, dates, basis, statement of scope, end mark', async () => {
		const page = await html({});
		for (const text of [
			'SPT-2026-0117-R01',
			'密级：内部 ★ 至 2027-12-31',
			'第 2 份，共 5 份',
			'某某信创适配实验室',
			'天津市滨海新区示例大道 9 号',
			'北京示例科技有限公司',
			'委托方提供',
			'2026年11月18日',
			'2026年11月22日',
			'GB/T 25000.51-2016',
			'以 A4 打印机代替 A3',
			'仅与被测样品',
			'意见与解释',
			'—— 报告结束 ——',
		]) {
			expect(page, text).toContain(text);
		}
	});

	it('says beside a verdict which difference it was judged by, where that is more than the rule', async () => {
		const benchmarks = { benchmarks: 3 };
		expect((await html(benchmarks)).match(/分辨力 25 %/gu)?.length).toBeGreaterThan(0);
		expect(await html(benchmarks, 'en')).toContain('from 25 %');
		expect(await html({ benchmarks: 1 }, 'en')).not.toContain('from 25 %');
	});

	it('prints a corrected value beside the detected one, with who says so and why, and says that it is a person’s word', async () => {
		const corrections = [
			{
				field: 'memory.total',
				detected: '17179869184',
				value: '32 GiB',
				by: '赵六',
				reason: '与铭牌核对',
				on: '2026-11-22T06:00:00Z',
			},
			{ field: 'board.systemSerial', reason: '铭牌不同', on: '2026-11-22T06:00:00Z' },
		];
		const page = await html({ corrections });
		const table = page.slice(page.indexOf('id="t-corrections"'));
		for (const text of ['memory.total', '16 GiB', '32 GiB', '与铭牌核对', '赵六', '（已遮盖）'])
			expect(table).toContain(text);
		// Of the serial number neither value, and of the second correction nobody's name.
		expect(table.match(/（已遮盖）/gu)).toHaveLength(3);
		expect(page).toContain('未经工具检测证实');
		expect(await html({})).not.toContain('t-corrections');
	});

	it('has the same numbered sections in both languages', async () => {
		const ids = (page: string) => [...page.matchAll(/<section id="(s\w+)">/gu)].map((match) => match[1]);
		const [zh, en] = [await html({}), await html({}, 'en')];
		expect(ids(zh)).toEqual([
			's1',
			's2',
			's3',
			's4',
			's5',
			's6',
			's7',
			's8',
			's9',
			's10',
			's11',
			'sA',
			'sB',
			'sC',
			'sD',
			'sE',
		]);
		expect(ids(en)).toEqual(ids(zh));
	});

	it('has no words of the other language in its own texts when everything given is in English', async () => {
		const page = await html({ productName: 'Demo OA', title: (index) => `Case ${index}`, order: {}, signed: [] }, 'en');
		const sections = page.slice(page.indexOf('<section id="s3">'), page.indexOf('<section id="s4">'));
		expect(sections).not.toMatch(/[\u4e00-\u9fff，：；。（）]/u);
	});

	it('prints a hostile name as text and turns nothing into markup, attribute or style', async () => {
		const page = await html({
			productName: HOSTILE_NAME,
			title: () => HOSTILE_NAME,
			order: { reportNumber: HOSTILE_NAME },
		});
		expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(page).not.toContain('<script>alert(1)');
		expect(page).not.toContain('<img src=x');
		expect(page.match(/<\/style>/gu)).toHaveLength(1);
		expect(page.match(/<script>/gu)).toHaveLength(1);
		expect(page).not.toContain('\u202E');
		expect(page).toContain('〔U+202E〕');
	});

	it('allows by its policy exactly its own style and script, by their hashes, and nothing else', async () => {
		const page = await html({ order: { reportNumber: HOSTILE_NAME } });
		const hash = (tag: string) => {
			const text = page.slice(page.indexOf(`<${tag}>`) + tag.length + 2, page.indexOf(`</${tag}>`));
			return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
		};
		const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1];
		expect(policy).toBe(
			`default-src 'none'; img-src data:; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
		);
		expect(page).not.toMatch(/ style="| on\w+="/u);
	});

	it('names no other file and no host', async () => {
		const page = await html({ results: 30 });
		const links = [...page.matchAll(/(?:src|href|action|url)\s*[=(]\s*["']?([^"')>\s]+)/gu)].map((match) => match[1]!);
		expect(links.length).toBeGreaterThan(10);
		expect(links.filter((link) => !/^(?:#|data:image\/(?:png|jpeg);base64,)/u.test(link))).toEqual([]);
	});

	it('keeps a name of ten thousand letters from filling the report', async () => {
		const page = await html({ productName: LONG_NAME, title: () => LONG_NAME });
		expect(page).not.toContain('A'.repeat(300));
		expect(page).toContain('略去');
	});

	it('stays below 3 MB with 1,000 results and lists every one of them', async () => {
		const page = await html({ results: 1000 });
		expect(page.length).toBeLessThan(3_000_000);
		expect(page.match(/<tr data-tone="\w+" data-level="[^"]+">/gu)).toHaveLength(1000);
	});

	it('carries the draft mark while nobody signed it, and none once it is signed', async () => {
		expect(await html({ signed: [] })).toContain('<div class="draft" aria-hidden="true"><span>草稿 DRAFT</span>');
		expect(await html({})).not.toContain('class="draft"');
	});

	it('prints no accreditation mark and leaves the boxes for mark and seal empty', async () => {
		const page = await html({});
		expect(page).toContain('（认可标识处，由测试机构加印）');
		expect(page).not.toMatch(/CNAS|CMA/u);
	});

	it('embeds the pictures that the manual cases cite', async () => {
		expect((await html({})).match(/<img src="data:image\/png;base64,/gu)).toHaveLength(1);
	});
});

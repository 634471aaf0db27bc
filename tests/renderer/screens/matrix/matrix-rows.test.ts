import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../../../renderer/screens/matrix/matrix-data.ts';
import { isInRange, isShown } from '../../../../renderer/screens/matrix/matrix-filters.ts';
import { rowTexts, seenMatrix } from '../../../../renderer/screens/matrix/matrix-rows.ts';
import { wantedCells } from '../../../../renderer/screens/matrix/wanted-cells.ts';
import { entriesOf, type Made } from './made-results.ts';

interface Asked {
	readonly text?: string;
	readonly open?: readonly string[];
	readonly presets?: readonly string[];
	readonly facets?: Readonly<Record<string, readonly string[]>>;
}

/** As the screen does it: names of rows and columns that are seen. */
function seen(list: readonly Made[], { text = '', open = [], presets = [], facets: given = {} }: Asked = {}) {
	const facets = new Map(Object.entries(given));
	const chosen = new Set(presets);
	const inRange = entriesOf(list).filter(({ summary, platform }) => isInRange(summary.product, platform, facets));
	const matrix = matrixOf(inRange, {
		shown: inRange.filter((entry) => isShown(entry, facets, chosen.has('thirdParty'))),
	});
	const texts = rowTexts(matrix, (row) => row.name ?? '');
	const wanted = wantedCells(matrix, new Map(), { chosen, facets });
	const { rows, columns, products } = seenMatrix(matrix, { text, texts, isOpen: (key) => open.includes(key), wanted });
	return {
		rows: rows.map(({ row, level }) => `${level === 2 ? '> ' : ''}${row.name} ${row.version ?? '*'}`),
		columns: columns.map(({ name }) => name),
		products,
		seenRows: rows,
	};
}

const LIST: Made[] = [
	{
		name: 'writer',
		version: '1.0',
		vendor: 'Soft',
		category: 'application',
		result: 'FAILED',
		on: '2026-01-01T00:00:00Z',
	},
	{
		name: 'writer',
		version: '2.0',
		vendor: 'Soft',
		category: 'application',
		cpu: '3A6000',
		cpuVendor: 'Loongson 龙芯',
	},
	{ name: 'base', vendor: 'Data', category: 'database', result: 'WARNED', assurance: 'third_party' },
	{ name: 'old', vendor: '', category: null, os: 'UOS', osVersion: '20', on: '2024-01-01T00:00:00Z' },
];
const [D2000, LOONGSON, UOS] = ['D2000 · Kylin V10 SP1', '3A6000 · Kylin V10 SP1', 'D2000 · UOS 20'];

describe('what is seen', () => {
	it('is everything, folded, when nothing is asked for', () => {
		expect(seen(LIST)).toMatchObject({
			rows: ['base 1.0', 'old 1.0', 'writer *'],
			columns: [LOONGSON, D2000, UOS],
			products: 3,
		});
	});

	it('has the versions below a product that was opened, each told where it stands', () => {
		const { rows, seenRows } = seen(LIST, { open: ['Soft\twriter'] });
		expect(rows).toEqual(['base 1.0', 'old 1.0', 'writer *', '> writer 2.0', '> writer 1.0']);
		expect(seenRows.map(({ level, expanded, position, of }) => [level, expanded, position, of])).toEqual([
			[1, null, 1, 3],
			[1, null, 2, 3],
			[1, true, 3, 3],
			[2, null, 1, 2],
			[2, null, 2, 2],
		]);
	});

	it('is narrowed by text: product, vendor, version or a platform that was tested', () => {
		expect(seen(LIST, { text: 'soft' }).rows).toEqual(['writer *']);
		expect(seen(LIST, { text: '2.0' }).rows).toEqual(['writer *']);
		expect(seen(LIST, { text: 'uos' }).rows).toEqual(['old 1.0']);
		expect(seen(LIST, { text: 'nothing' }).rows).toEqual([]);
	});

	it('is narrowed by category, vendor, CPU and system; what is not said is unknown', () => {
		expect(seen(LIST, { facets: { category: ['database'] } }).rows).toEqual(['base 1.0']);
		expect(seen(LIST, { facets: { category: ['?'] } }).rows).toEqual(['old 1.0']);
		expect(seen(LIST, { facets: { vendor: ['Soft', 'Data'] } }).rows).toEqual(['base 1.0', 'writer *']);
		expect(seen(LIST, { facets: { cpu: ['Loongson 龙芯'] } })).toMatchObject({
			rows: ['writer 2.0'],
			columns: [LOONGSON],
		});
		expect(seen(LIST, { facets: { cpu: ['3A6000'] } }).columns).toEqual([LOONGSON]);
		expect(seen(LIST, { facets: { os: ['UOS'] } }).columns).toEqual([UOS]);
		expect(seen(LIST, { facets: { os: ['Kylin V10 SP1'] } }).columns).toEqual([LOONGSON, D2000]);
	});

	it('is narrowed by verdict to rows and columns that have it, a folded product by what its cell shows', () => {
		expect(seen(LIST, { facets: { verdict: ['FAILED'] } })).toMatchObject({ rows: ['writer *'], columns: [D2000] });
		expect(seen(LIST, { facets: { verdict: ['WARNED'] } }).rows).toEqual(['base 1.0']);
		expect(seen(LIST, { facets: { verdict: ['FAILED'] }, open: ['Soft\twriter'] }).rows).toEqual([
			'writer *',
			'> writer 1.0',
		]);
	});

	it('by the presets: gaps, what is stale, and only what somebody else tested', () => {
		expect(seen(LIST, { presets: ['gaps'] }).rows).toEqual(['base 1.0', 'old 1.0', 'writer *']);
		expect(seen(LIST, { presets: ['stale'] })).toMatchObject({ rows: ['old 1.0'], columns: [UOS] });
		expect(seen(LIST, { presets: ['thirdParty'] })).toMatchObject({ rows: ['base 1.0'], columns: [D2000] });
		expect(seen(LIST, { facets: { assurance: ['third_party'] } }).rows).toEqual(['base 1.0']);
		// A gap of third-party results is one although the maker tested it.
		expect(seen(LIST, { presets: ['gaps', 'thirdParty'] }).rows).toEqual(['base 1.0', 'old 1.0', 'writer *']);
	});

	it('by where a report comes from, and then an older own result shows behind a newer imported one', () => {
		const list: Made[] = [
			{ on: '2026-10-01T00:00:00Z', result: 'FAILED' },
			{ on: '2026-11-01T00:00:00Z', more: { origin: 'imported' } },
			{ name: 'other', more: { origin: 'imported' } },
		];
		expect(seen(list, { facets: { origin: ['own'], verdict: ['FAILED'] } }).rows).toEqual(['demo 1.0']);
		expect(seen(list, { facets: { verdict: ['FAILED'] } }).rows).toEqual([]);
		expect(seen(list, { facets: { origin: ['imported'] } }).rows).toEqual(['demo 1.0', 'other 1.0']);
	});
});

it('filters only take away: never a row or column that was not there, and each that stays has a wanted cell', () => {
	const pick = (...values: string[]) => fc.subarray(values);
	const asked = fc.record({
		text: fc.constantFrom('', 'writer', 'v10', '2.0 soft', 'x'),
		presets: pick('gaps', 'stale', 'thirdParty'),
		verdict: pick('PASSED', 'FAILED', 'untested'),
		cpu: pick('D2000', '3A6000', 'Phytium 飞腾'),
		vendor: pick('Soft', 'Data', '?'),
		open: pick('Soft\twriter'),
	});
	fc.assert(
		fc.property(asked, ({ text, presets, open, ...facets }) => {
			const all = seen(LIST, { open: ['Soft\twriter'] });
			const chosen = Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length > 0));
			const left = seen(LIST, { text, presets, open, facets: chosen });
			const names = (list: readonly string[]) => list.map((row) => row.split(' ').find((part) => part.length > 1));
			expect(names(all.rows)).toEqual(expect.arrayContaining(names(left.rows)));
			expect(all.columns).toEqual(expect.arrayContaining([...left.columns]));
			if (left.rows.length === 0 && (presets.length > 0 || facets.verdict.length > 0)) expect(left.columns).toEqual([]);
		}),
	);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, matrixOf } from '../../../../renderer/screens/matrix/matrix-data.ts';
import { leftOut, matrixEntries } from '../../../../renderer/screens/matrix/matrix-entry.ts';
import { platformOf } from '../../../../renderer/screens/matrix/platform.ts';
import { entriesOf, type Made, present, resultOf, summaryOf } from './made-results.ts';

const KYLIN = 'D2000 · Kylin V10 SP1';

describe('versions of a product', () => {
	it('make a group, newest version first; its cell shows the newest result among them', () => {
		const { products, cells } = matrixOf(
			entriesOf([
				{ version: '9.0', on: '2026-11-02T00:00:00Z', result: 'FAILED' },
				{ version: '10.1', on: '2026-10-01T00:00:00Z' },
			]),
		);
		expect(products.map(({ key, version, versions }) => [key, version, versions.map((one) => one.version)])).toEqual([
			['v\tdemo', null, ['10.1', '9.0']],
		]);
		expect(cells.get(cellKey('v\tdemo', KYLIN))?.map(({ summary }) => summary.product?.version)).toEqual([
			'9.0',
			'10.1',
		]);
		expect(cells.get(cellKey('v\tdemo\t10.1', KYLIN))?.map(({ summary }) => summary.result)).toEqual(['PASSED']);
	});

	it('need no group where there is one; the same name of another vendor is another product', () => {
		const { products } = matrixOf(entriesOf([{ vendor: 'a' }, { vendor: 'b' }, { vendor: 'b' }]));
		expect(products.map(({ vendor, version, versions }) => [vendor, version, versions.length])).toEqual([
			['a', '1.0', 0],
			['b', '1.0', 0],
		]);
	});

	it('are none for the machine itself, which comes last', () => {
		const { products } = matrixOf(entriesOf([{ machine: true }, { name: 'z' }]));
		expect(products.map(({ name }) => name)).toEqual(['z', null]);
	});
});

it('platforms are sorted by CPU, system and version, numbers by size, and what is unknown comes last', () => {
	const { columns } = matrixOf(
		entriesOf([
			{ cpu: null, cpuVendor: null, os: null, osVersion: null },
			{ cpuVendor: 'Loongson 龙芯', cpu: '3A6000-HV' },
			{ osVersion: 'V10 SP10' },
			{ osVersion: 'V10 SP2' },
			{ cpuVendor: 'Huawei 华为', cpu: 'Kunpeng 920 5250' },
			{ cpuVendor: 'Huawei 华为', cpu: 'Kunpeng 920 7265' },
		]),
	);
	expect(columns.map(({ name }) => name)).toEqual([
		'Kunpeng 920 · Kylin V10 SP1',
		'3A6000 · Kylin V10 SP1',
		'D2000 · Kylin V10 SP2',
		'D2000 · Kylin V10 SP10',
		'aarch64 · ?',
	]);
});

it('only what verifies and is there counts, and the rest is named', () => {
	const results = [
		resultOf({ id: 'good' }),
		resultOf({ id: 'altered', more: { verdict: 'invalid' } }),
		resultOf({ id: 'gone', more: { present: false, verdict: null, summary: null } }),
	];
	expect(matrixEntries(results, present(), false).map(({ result }) => result.reportId)).toEqual(['good']);
	expect(leftOut(results).map(({ reportId }) => reportId)).toEqual(['altered', 'gone']);
});

describe('a corrected report', () => {
	const later = (more: Made['more'] = {}) => resultOf({ id: 'later', supersedes: 'first', result: 'FAILED', more });
	const order = (...list: ReturnType<typeof resultOf>[]) =>
		matrixOf(matrixEntries(list, present(), false))
			.cells.get(cellKey('v\tdemo\t1.0', KYLIN))
			?.map(({ result, superseded }) => [result.reportId, superseded]);

	it('counts no more, whichever of the two is newer', () => {
		expect(order(resultOf({ id: 'first', on: '2026-11-19T00:00:00Z' }), later())).toEqual([
			['later', false],
			['first', true],
		]);
	});

	it('is not replaced by a stranger who merely says so, nor by what does not verify', () => {
		const stranger: Made['more'] = { origin: 'imported', signers: [{ keyid: 'other', owner: null }] };
		expect(order(resultOf({ id: 'first' }), later(stranger))?.map(([, superseded]) => superseded)).toEqual([
			false,
			false,
		]);
		expect(order(resultOf({ id: 'first' }), later({ verdict: 'invalid' }))).toEqual([['first', false]]);
	});

	it('is replaced by an imported one of the same key, or of the same vouched-for owner', () => {
		const first = resultOf({ id: 'first', more: { origin: 'imported', signers: [{ keyid: 'k', owner: 'Lab' }] } });
		expect(order(first, later({ origin: 'imported' }))?.[1]).toEqual(['first', true]);
		const owner: Made['more'] = { origin: 'imported', signers: [{ keyid: 'new', owner: 'Lab' }] };
		expect(order(first, later(owner))?.[1]).toEqual(['first', true]);
	});
});

it('a run that goes on makes its row and column, and a product’s row tells it, too', () => {
	const product = { name: 'demo', version: '2.0', vendor: 'v', category: null };
	const platform = platformOf(summaryOf({ cpu: 'D3000' }).platform);
	const { products, columns, running } = matrixOf(entriesOf([{}]), {
		running: [{ run: { id: 'r' } as never, product, platform }],
	});
	expect(products[0]?.versions.map(({ version }) => version)).toEqual(['2.0', '1.0']);
	expect(columns.map(({ name }) => name)).toContain('D3000 · Kylin V10 SP1');
	expect([...running.keys()]).toEqual([cellKey('v\tdemo', platform.key), cellKey('v\tdemo\t2.0', platform.key)]);
});

it('columns are split by databases and middleware: what was found, nothing, and what is not known', () => {
	const server = { kind: 'databases', name: '达梦 DM8', version: '8.1', running: true } as const;
	const results = [[server], [], null].map((servers) => resultOf({ more: { servers } }));
	const { columns } = matrixOf(matrixEntries(results, present(), true));
	expect(columns.map(({ name, servers }) => [name, servers])).toEqual([
		[KYLIN, []],
		[KYLIN, null],
		[KYLIN, ['达梦 DM8 8.1']],
	]);
	expect(matrixOf(matrixEntries(results, present(), false)).columns).toHaveLength(1);
});

const anyMade: fc.Arbitrary<Made> = fc.record({
	name: fc.constantFrom('a', 'b', 'c'),
	version: fc.constantFrom('1.0', '2.0', '10.0'),
	vendor: fc.constantFrom('', 'v'),
	cpu: fc.constantFrom('D2000', '3A6000', null),
	osVersion: fc.constantFrom('V10', 'V11', null),
	on: fc.constantFrom('2024-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'),
	result: fc.constantFrom('PASSED', 'WARNED', 'FAILED'),
});

it('loses no report and makes none up, whatever there is', () => {
	fc.assert(
		fc.property(fc.array(anyMade, { maxLength: 30 }), (list) => {
			const entries = entriesOf(list);
			const { products, columns, cells } = matrixOf(entries);
			const leaves = products.flatMap((row) => (row.versions.length === 0 ? [row] : row.versions));
			const inLeaves = leaves.flatMap((row) => columns.flatMap(({ key }) => cells.get(cellKey(row.key, key)) ?? []));
			expect(new Set(inLeaves)).toEqual(new Set(entries));
			expect(inLeaves).toHaveLength(entries.length);
			for (const group of products.filter(({ versions }) => versions.length > 0)) {
				expect(group.versions.length).toBeGreaterThan(1);
				for (const { key } of columns) {
					const own = cells.get(cellKey(group.key, key)) ?? [];
					const children = group.versions.flatMap((row) => cells.get(cellKey(row.key, key)) ?? []);
					expect(new Set(own)).toEqual(new Set(children));
					const newest = Math.max(...children.map(({ summary }) => Date.parse(summary.finishedOn)));
					if (own[0] !== undefined) expect(Date.parse(own[0].summary.finishedOn)).toBe(newest);
				}
			}
		}),
	);
});

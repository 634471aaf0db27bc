import { describe, expect, it } from 'vitest';
import { inheritedCells, readRules, ruledPlatforms } from '../../../../renderer/screens/matrix/inheritance.ts';
import { cellKey, matrixOf } from '../../../../renderer/screens/matrix/matrix-data.ts';
import type { Present } from '../../../../renderer/screens/matrix/stale-reasons.ts';
import { entriesOf, type Made } from './made-results.ts';

const from = 'D2000 · Kylin V10 SP1';
const to = 'D3000 · Kylin V10 SP1';
const rule = { from, to, basis: '实验室政策 3.2' };

describe('an untested platform inherits', () => {
	const inherited = (over: Partial<Present>, tested: readonly Made[], rules = [rule]) => {
		const entries = entriesOf(tested, over);
		const matrix = matrixOf(entries, { moreColumns: ruledPlatforms(rules, entries) });
		return [...inheritedCells(matrix, rules)].map(([key, { source }]) => [key, source.result.reportId]);
	};
	const one = { id: 'one', cpu: 'D2000' };

	it('by a declared rule, and stands as a column though nothing was tested on it', () => {
		expect(inherited({}, [one])).toEqual([[cellKey('v\tdemo\t1.0', to), 'one']]);
	});

	it('for each version, and for the product, from the newest of its versions', () => {
		expect(inherited({}, [one, { id: 'two', version: '2.0', on: '2026-11-02T00:00:00Z' }])).toEqual([
			[cellKey('v\tdemo', to), 'two'],
			[cellKey('v\tdemo\t2.0', to), 'two'],
			[cellKey('v\tdemo\t1.0', to), 'one'],
		]);
	});

	it('nothing where it was tested, nothing stale or corrected, and nothing that is itself inherited', () => {
		expect(inherited({}, [one, { cpu: 'D3000' }])).toEqual([]);
		expect(inherited({ staleDays: 1 }, [one])).toEqual([]);
		expect(inherited({}, [one, { id: 'new', cpu: 'S2500', supersedes: 'one' }])).toEqual([]);
		const further = { from: to, to: 'D4000 · Kylin V10 SP1', basis: 'x' };
		expect(inherited({}, [one], [further, rule]).map(([key]) => key)).toEqual([cellKey('v\tdemo\t1.0', to)]);
	});

	it('by rules that name a CPU by its model, as they did before columns were families: from that model only', () => {
		const model = { from: 'Kunpeng 920 5250 · Kylin V10 SP1', to: '3A6000-HV · Kylin V10 SP1', basis: 'x' };
		const tested = [
			{ id: 'one', cpu: 'Kunpeng 920 5250' },
			{ id: 'newer', cpu: 'Kunpeng 920 7265', on: '2026-11-09T00:00:00Z' },
		];
		expect(inherited({}, tested, [model]).map(([, id]) => id)).toEqual(['one']);
		expect(inherited({}, [...tested, { name: 'z', cpu: '3A6000-HV' }], [model])).toEqual([
			[cellKey('v\tdemo\t1.0', '3A6000 · Kylin V10 SP1'), 'one'],
		]);
	});

	it('only by rules that name two platforms and a basis', () => {
		expect(readRules([rule, { ...rule, basis: '' }, { ...rule, to: from }, null, 'x'])).toEqual([rule]);
		expect(readRules(undefined)).toEqual([]);
	});
});

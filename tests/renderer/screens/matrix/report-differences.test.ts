import { expect, it } from 'vitest';
import { failedDifferences, reportDifferences } from '../../../../renderer/screens/matrix/report-differences.ts';
import { entriesOf, type Made } from './made-results.ts';

const between = (was: Made, is: Made) => {
	const [before, now] = entriesOf([was, is]);
	if (before === undefined || now === undefined) throw new Error('both verify');
	return reportDifferences(now, before).map(({ what, ...rest }) => [
		what,
		'was' in rest ? rest.was : null,
		'is' in rest ? rest.is : null,
	]);
};

it('two reports that say the same differ in nothing', () => {
	expect(between({ on: '2026-01-01T00:00:00Z' }, {})).toEqual([]);
});

it('a report differs in verdict, version, kernel, suites and how many passed', () => {
	expect(between({ version: '1.0' }, { version: '2.0', digests: ['bb'] })).toEqual([['version', '1.0', '2.0']]);
	expect(between({}, { digests: ['bb'] })).toEqual([['packages', null, null]]);
	expect(between({}, { kernel: '6.6' })).toEqual([['kernel', '5.4.18-85', '6.6']]);
	expect(
		between(
			{},
			{
				suites: [
					{ id: 'app-package', version: '2.0.0' },
					{ id: 'new', version: '1' },
				],
			},
		),
	).toEqual([['suite', '1.4.0', '2.0.0']]);
	expect(between({}, { counts: { passed: 2 } })).toEqual([['passed', '4/4', '2/4']]);
	expect(between({}, { result: 'FAILED' })).toMatchObject([['verdict', {}, {}]]);
	expect(between({}, { counts: { passed: 0, notApplicable: 4 } }).map(([what]) => what)).toEqual(['verdict', 'passed']);
});

it('cases that fail anew and those that no longer do are told apart', () => {
	const cases = (...ids: string[]) => ids.map((id) => ({ id }));
	expect(failedDifferences(cases('a', 'b'), cases('b', 'c'))).toEqual({ broken: cases('a'), mended: cases('c') });
});

import { expect, test } from 'vitest';
import { commandOf } from '../../../renderer/effects/command-of.ts';
import { effectsOf, leavesSomething } from '../../../renderer/effects/effects-of.ts';
import { keyName } from '../../../renderer/keys/key-name.ts';
import { matches } from '../../../renderer/list/matches.ts';
import { csv } from '../../../renderer/list/write-csv.ts';
import { EMPTY_ANSWER, finishedAnswers, lacksOf } from '../../../renderer/screens/manual/answer-draft.ts';
import { planCsv } from '../../../renderer/screens/plan/plan-csv.ts';
import { readField, withBasis, writeField } from '../../../renderer/screens/reports/order-fields.ts';
import { standInPlan } from '../stand-in/stand-in-plan.ts';

const proof = {
	name: 'a.png',
	mediaType: 'image/png',
	size: 1,
	digest: { sha256: 'a', sm3: 'a' },
	role: 'screenshot' as const,
	cutBytes: 0,
};

test('nothing is preselected, and what is missing is named in order', () => {
	expect(lacksOf([EMPTY_ANSWER], ['screenshot'])).toEqual([{ what: 'verdict', number: 1 }]);
	expect(lacksOf([{ ...EMPTY_ANSWER, verdict: 'failed' }], ['screenshot'])).toEqual([
		{ what: 'comment', number: 1 },
		{ what: 'evidence', number: 1 },
	]);
	expect(lacksOf([{ ...EMPTY_ANSWER, verdict: 'passed', evidence: [proof] }], ['screenshot'])).toEqual([]);
	expect(lacksOf([{ ...EMPTY_ANSWER, verdict: 'passed', actual: '21 °C' }], ['reading'])).toEqual([]);
	expect(finishedAnswers([EMPTY_ANSWER])).toEqual([]);
});

test('a spreadsheet takes no cell of an export for a formula', () => {
	expect(csv([['=1+1', 'a,b', 'say "x"']])).toBe('\ufeff\'=1+1,"a,b","say ""x"""\r\n');
});

test('the dry run for approval says of every network target whether the laboratory lists it', () => {
	const lines = planCsv(standInPlan(), ['db.lab']).split('\r\n');
	expect(lines).toContain('network,db.lab:5432,listed');
	expect(lines).toContain('network,172.16.0.9,not listed');
	expect(lines.at(-2)).toMatch(/^plan,/u);
});

test('an emptied field leaves the order, and a party keeps the name that the format asks for', () => {
	const typed = writeField({}, 'customer.address', '北京');
	expect(typed.customer).toEqual({ address: '北京', name: '' });
	expect(writeField(typed, 'customer.address', '')).toEqual({});
	expect(readField(typed, 'customer.address')).toBe('北京');
});

test('a basis is split into number and title', () => {
	expect(withBasis({}, 'GB/T 25000.51-2016 系统与软件工程\n').basis).toEqual([
		{ id: 'GB/T 25000.51-2016', title: '系统与软件工程' },
	]);
});

test('a pressed key has one name', () => {
	const press = (key: string, more = {}) =>
		keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
	expect([
		press('?', { shiftKey: true }),
		press('s', { ctrlKey: true, shiftKey: true }),
		press(' '),
		press('F3', { shiftKey: true }),
	]).toEqual(['?', 'Ctrl+Shift+S', 'Space', 'Shift+F3']);
});

test('a filter wants every word, somewhere', () => {
	expect([matches('lib 缺失', 'LIBSSL', '动态库缺失'), matches('lib x', 'libssl'), matches('', undefined)]).toEqual([
		true,
		false,
		true,
	]);
});

test('the dry run shows commands as one would type them, and effects with or without a name', () => {
	const [first] = standInPlan().cases;
	expect(commandOf(first!.steps[0]!)).toBe("dpkg --info '/srv/pkg/demo 3.2.1.deb'");
	expect(effectsOf(first!.touches)).toEqual([
		{ kind: 'packages', what: null },
		{ kind: 'files', what: '/opt/demo' },
		{ kind: 'ports', what: '8443' },
	]);
	expect(effectsOf({ sleep: true })).toEqual([{ kind: 'sleep', what: null }]);
	expect([leavesSomething({ reboot: true }), leavesSomething({ reboot: true, users: ['demo'] })]).toEqual([
		false,
		true,
	]);
});

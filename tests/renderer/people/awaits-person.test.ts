import { describe, expect, it } from 'vitest';
import { awaitedNames, awaitsPerson, type Here } from '../../../renderer/people/awaits-person.ts';
import { nextRole, ownKey } from '../../../renderer/screens/reports/review-defaults.ts';
import { LAB_KEYS, LAB_REPORTS, labVerification } from '../stand-in/stand-in-lab.ts';

const [approval, review] = ['b', 'd'].map((letter) =>
	LAB_REPORTS.find(({ reportId }) => reportId === `sha256:${letter.repeat(64)}`),
);
if (approval === undefined || review === undefined) throw new Error('the made-up reports are others');
const here = (person: string, people: Here['people'] = [], keys = LAB_KEYS): Here => ({ person, people, keys });

describe('a report', () => {
	it('waits for whose name stands on a key that may take the step', () => {
		expect(awaitsPerson(review, here('赵 工'))).toBe(true);
		expect(awaitsPerson(review, here('王工'))).toBe(false);
		expect(awaitsPerson(review, here('赵工', [], []))).toBe(false);
		expect(awaitedNames(review, LAB_KEYS)).toEqual(['赵工']);
	});

	it('waits in a role of theirs only, where the laboratory gave people roles', () => {
		const people = [{ name: '赵工', roles: ['reviewer'] as const }];
		expect(awaitsPerson(review, here('赵工', people))).toBe(true);
		expect(awaitsPerson(approval, here('赵工', people))).toBe(false);
	});

	it('waits for everybody who did not say who they are, and for nobody when no step is left', () => {
		expect(awaitsPerson(review, here(''))).toBe(true);
		expect(awaitsPerson({ awaits: null }, here(''))).toBe(false);
		expect(awaitsPerson({ awaits: { role: 'reviewer', keyids: [] } }, here(''))).toBe(false);
	});
});

describe('the review form', () => {
	it('begins with the step that comes next', () => {
		const reviewed = labVerification('b.xcr');
		expect(nextRole(reviewed)).toBe('approver');
		expect(nextRole({ ...reviewed, reviews: [] })).toBe('reviewer');
		expect(nextRole({ ...reviewed, reviews: reviewed.reviews.map((one) => ({ ...one, decision: 'rejected' })) })).toBe(
			'reviewer',
		);
	});

	it('offers the key with the person’s name on it first', () => {
		expect(ownKey(LAB_KEYS, '赵工')?.owner.person).toBe('赵工');
		expect(ownKey(LAB_KEYS, '李工')).toBe(LAB_KEYS[0]);
		expect(ownKey(LAB_KEYS, '')).toBe(LAB_KEYS[0]);
	});
});

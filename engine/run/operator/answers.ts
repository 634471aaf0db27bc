import { ShipeiError } from '../../../contract/errors.ts';
import type { ManualAnswer } from '../../../contract/run.ts';
import type { Journal } from '../journal.ts';
import type { ManualStep } from '../step/manual-step.ts';

/**
 * Refuses an answer that a reviewer could not rely on: every expected result has exactly one, whoever says failed or
 * warned says why, evidence is there where the step asks for it, and it is stored.
 */
export function checkAnswers(journal: Journal, step: ManualStep, answers: readonly ManualAnswer[]): void {
	for (const [index, text] of step.expected.entries()) {
		const given = answers.filter(({ expected }) => expected === index);
		const what = text.en ?? text.zh ?? '';
		if (given.length !== 1) throw new ShipeiError('run.answer-count', { expected: index, what, found: given.length });
	}
	for (const answer of answers) checkAnswer(journal, step, answer);
}

function checkAnswer(journal: Journal, step: ManualStep, answer: ManualAnswer): void {
	const { expected, verdict, comment, actual, evidence } = answer;
	if (expected >= step.expected.length)
		throw new ShipeiError('run.answer-unknown', { expected, most: step.expected.length - 1 });
	for (const entry of evidence) journal.knownEvidence(entry.digest.sha256);
	if (verdict === 'notApplicable') return;
	if (verdict !== 'passed' && comment.trim() === '') throw new ShipeiError('run.comment-missing', { expected });
	const words = step.evidence.includes('text') || step.evidence.includes('reading');
	const proven = evidence.length > 0 || (words && actual.trim() !== '');
	if (step.evidence.length > 0 && !proven) {
		throw new ShipeiError('run.evidence-missing', { expected, kinds: step.evidence.join(', ') });
	}
}

import type { Evidence } from '../../../contract/evidence.ts';
import type { ManualAnswer } from '../../../contract/run.ts';

export type ManualVerdict = ManualAnswer['verdict'];
export type EvidenceKind = 'screenshot' | 'photo' | 'text' | 'file' | 'reading';

/** The order of the keys 1 2 3 4. */
export const MANUAL_VERDICTS: readonly ManualVerdict[] = ['passed', 'failed', 'warned', 'notApplicable'];

/** One expected result as far as it was filled in. Nothing is preselected. */
export interface AnswerDraft {
	readonly verdict: ManualVerdict | null;
	readonly actual: string;
	readonly comment: string;
	readonly evidence: readonly Evidence[];
}

export const EMPTY_ANSWER: AnswerDraft = { verdict: null, actual: '', comment: '', evidence: [] };

export type Lack =
	| { readonly what: 'verdict' | 'comment'; readonly number: number }
	| { readonly what: 'evidence'; readonly number: number };

/** What still keeps the answers from being saved; the engine refuses the same. */
export function lacksOf(answers: readonly AnswerDraft[], kinds: readonly EvidenceKind[]): Lack[] {
	return answers.flatMap((answer, index): Lack[] => {
		const number = index + 1;
		if (answer.verdict === null) return [{ what: 'verdict', number }];
		const lacks: Lack[] = [];
		if (answer.verdict !== 'passed' && answer.comment.trim() === '') lacks.push({ what: 'comment', number });
		if (answer.verdict !== 'notApplicable' && !isProven(answer, kinds)) lacks.push({ what: 'evidence', number });
		return lacks;
	});
}

function isProven(answer: AnswerDraft, kinds: readonly EvidenceKind[]): boolean {
	if (kinds.length === 0 || answer.evidence.length > 0) return true;
	const words = kinds.includes('text') || kinds.includes('reading');
	return words && answer.actual.trim() !== '';
}

/** The finished ones, as the engine takes them. */
export function finishedAnswers(answers: readonly AnswerDraft[]): ManualAnswer[] {
	return answers.flatMap((answer, expected) =>
		answer.verdict === null
			? []
			: [
					{
						expected,
						verdict: answer.verdict,
						actual: answer.actual,
						comment: answer.comment,
						evidence: [...answer.evidence],
					},
				],
	);
}

/** Typed text survives a closed window: kept in this browser beside the engine's own draft. */
export function keepDraft(place: string, answers: readonly AnswerDraft[]): void {
	localStorage.setItem(`shipei.draft ${place}`, JSON.stringify(answers));
}

export function dropDraft(place: string): void {
	localStorage.removeItem(`shipei.draft ${place}`);
}

/** What was typed in this browser; null when that is nothing. */
export function keptDraft(place: string, count: number): AnswerDraft[] | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(`shipei.draft ${place}`) ?? 'null');
		return Array.isArray(kept) && kept.length === count ? (kept as AnswerDraft[]) : null;
	} catch {
		// Unreadable: nothing to bring back.
		return null;
	}
}

/** The engine's own draft: what was typed in another browser, or before this one forgot it. */
export function draftOf(answers: readonly ManualAnswer[], count: number): AnswerDraft[] {
	return Array.from({ length: count }, (_, index) => {
		const given = answers.find(({ expected }) => expected === index);
		if (given === undefined) return EMPTY_ANSWER;
		const { verdict, actual, comment, evidence } = given;
		return { verdict, actual, comment, evidence };
	});
}

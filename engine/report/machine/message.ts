import type { ReportTest } from '../../../contract/report.ts';
import { type Language, textIn } from '../../../contract/text.ts';

/** Why a test ended as it did, in one line for tools that show one; empty when it simply passed. */
export function testMessage({ reason, waiver, skip, status }: ReportTest, language: Language): string {
	const cause = reason === undefined ? '' : textIn(reason.text, language);
	const waived = waiver === undefined ? '' : `${language === 'zh' ? '豁免' : 'waived'} ${waiver.id}: ${waiver.reason}`;
	const parts = [cause, waived].filter((part) => part !== '');
	return parts.length > 0 ? parts.join(' — ') : (skip ?? (status === 'passed' ? '' : status));
}

/** What was expected and what was found, on lines of their own. */
export function testDetails({ reason, attempts, evidence }: ReportTest, language: Language): string {
	const lines = [
		reason?.expected === undefined ? '' : `expected: ${reason.expected}`,
		reason?.actual === undefined ? '' : `actual: ${reason.actual}`,
		...attempts.map(({ status, message }, index) =>
			attempts.length < 2
				? ''
				: `attempt ${index + 1}: ${status ?? 'unfinished'}${message === undefined ? '' : ` ${textIn(message, language)}`}`,
		),
		evidence.length === 0 ? '' : `evidence: ${evidence.join(' ')}`,
	];
	return lines.filter((line) => line !== '').join('\n');
}

import { textIn } from '../../contract/text.ts';
import { CHECKS, type Check, type Verification } from '../../contract/verification.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The verdict first, then every check in its fixed order, with what to do where one did not pass. */
export function verificationPage(verification: Verification, terminal: Terminal): string {
	const { summary } = verification;
	return [
		`${terminal.text(`verification.${verification.verdict}`)}`,
		...(verification.reportId === null ? [] : [`  ${verification.reportId}`]),
		...(summary === null
			? []
			: [
					`  ${terminal.text('verification.says', { result: terminal.text(`verdict.${summary.result}`), operator: summary.operator, on: summary.finishedOn })}`,
				]),
		...verification.signers.map(
			(signer) =>
				`  ${terminal.text('verification.signer', { owner: signer.owner ?? '–', suite: signer.suite, keyid: signer.keyid, state: terminal.text(`signer.${signer.state}`) })}`,
		),
		'',
		...verification.checks.flatMap((check) => checkLines(check, terminal)),
	].join('\n');
}

const MARKS: Readonly<Record<Check['outcome'], string>> = { passed: '✓', failed: '✗', warned: '!', skipped: '–' };

function checkLines(check: Check, terminal: Terminal): string[] {
	const { language } = terminal;
	const head = `${MARKS[check.outcome]} ${textIn(CHECKS[check.id], language)}  ${textIn(check.detail, language)} [${check.id}]`;
	return check.todo === undefined ? [head] : [head, `    → ${textIn(check.todo, language)}`];
}

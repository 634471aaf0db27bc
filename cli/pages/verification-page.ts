import { textIn } from '../../contract/text.ts';
import { CHECKS, type Check, type Verification } from '../../contract/verification.ts';
import { shownLine } from '../terminal/shown-text.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The verdict first, then every check in its fixed order, with what to do where one did not pass. */
export function verificationPage(verification: Verification, terminal: Terminal): string {
	return [
		...headLines(verification, terminal),
		'',
		...verification.checks.flatMap((check) => checkLines(check, terminal)),
	].join('\n');
}

/** The verdict, how many checks passed, and those that ask for attention. */
export function briefVerification(verification: Verification, terminal: Terminal): string {
	const { checks } = verification;
	const open = checks.filter((check) => check.outcome === 'failed' || check.outcome === 'warned');
	const passed = checks.filter((check) => check.outcome === 'passed').length;
	const idle = checks.filter((check) => check.outcome === 'skipped').length;
	const counts = terminal.text('verification.counts', { passed, open: open.length, idle });
	return [
		...headLines(verification, terminal),
		`  ${counts}`,
		...open.flatMap((check) => checkLines(check, terminal)),
	].join('\n');
}

function headLines(verification: Verification, terminal: Terminal): string[] {
	const { summary } = verification;
	const says = summary && {
		result: terminal.text(`verdict.${summary.result}`),
		operator: shownLine(summary.operator) || '–',
		on: summary.finishedOn,
	};
	const supersedes = summary?.supersedes ?? null;
	const corrected = supersedes && {
		reportId: supersedes.reportId,
		name: shownLine(supersedes.name),
		reason: shownLine(supersedes.reason ?? '–'),
	};
	const signers = verification.signers.map((signer) => ({
		owner: shownLine(signer.owner ?? '–'),
		suite: signer.suite,
		keyid: signer.keyid,
		state: terminal.text(`signer.${signer.state}`),
	}));
	return [
		terminal.text(`verification.${verification.verdict}`),
		...(verification.reportId === null ? [] : [`  ${verification.reportId}`]),
		...(says === null ? [] : [`  ${terminal.text('verification.says', says)}`]),
		...(corrected === null ? [] : [`  ${terminal.text('verification.supersedes', corrected)}`]),
		...signers.map((signer) => `  ${terminal.text('verification.signer', signer)}`),
		`  ${trustLine(verification, terminal)}`,
	];
}

function trustLine({ trust }: Verification, terminal: Terminal): string {
	if (trust === null) return terminal.text('verification.trust.none');
	const { version, fingerprint, origin } = trust;
	return terminal.text(`verification.trust.${origin}`, { version, fingerprint });
}

const MARKS: Readonly<Record<Check['outcome'], string>> = { passed: '✓', failed: '✗', warned: '!', skipped: '–' };

function checkLines(check: Check, terminal: Terminal): string[] {
	const { language } = terminal;
	const detail = shownLine(textIn(check.detail, language));
	const head = `${MARKS[check.outcome]} ${textIn(CHECKS[check.id], language)}  ${detail} [${check.id}]`;
	return check.todo === undefined ? [head] : [head, `    → ${textIn(check.todo, language)}`];
}

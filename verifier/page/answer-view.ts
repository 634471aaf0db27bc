import { type Language, type Text, textIn } from '../../contract/text.ts';
import { CHECKS, type Check, type Verification, type VerifiedSigner } from '../../contract/verification.ts';
import { element } from './element.ts';
import { DECISIONS, OUTCOMES, RESULTS, ROLES, SIGNER_STATES, VERDICTS, WORDS } from './words.ts';

/** The whole answer: verdict first, then what the report says, who signed it, and every check. */
export function answerView(verification: Verification, name: string, language: Language): HTMLElement {
	const say = (text: Text) => textIn(text, language);
	return element(
		'section',
		{ class: 'answer', 'aria-live': 'polite' },
		element(
			'p',
			{ class: `verdict ${verification.verdict}`, 'data-verdict': verification.verdict },
			say(VERDICTS[verification.verdict]),
		),
		...failuresView(verification, say),
		factsView(verification, name, say),
		...signersView(
			WORDS.signers,
			verification.signers.map((signer) => signerText(signer, say)),
			say,
		),
		...signersView(
			WORDS.reviews,
			verification.reviews.map((review) => reviewText(review, say)),
			say,
		),
		...signersView(
			WORDS.receipts,
			verification.receipts.map((receipt) => receiptText(receipt, say)),
			say,
		),
		element('h2', {}, say(WORDS.checks)),
		element(
			'table',
			{},
			element('thead', {}, row('th', say(WORDS.check), say(WORDS.outcome), say(WORDS.detail))),
			element('tbody', {}, ...verification.checks.map((check) => checkRow(check, say))),
		),
	);
}

type Say = (text: Text) => string;

const COUNTED = ['passed', 'warned', 'failed', 'blocked', 'notApplicable', 'others'] as const;

// What failed stands at the top: in the list of checks it would be below the fold.
function failuresView({ verdict, checks }: Verification, say: Say): HTMLElement[] {
	const failed = checks.filter(({ outcome }) => outcome === 'failed');
	const doubt = verdict === 'invalid' ? [element('p', { class: 'invalid' }, say(WORDS.doubt))] : [];
	if (failed.length === 0) return doubt;
	const lines = failed.map(({ id, detail }) => element('li', {}, `${say(CHECKS[id])} · ${say(detail)}`));
	return [element('ul', { class: 'failures' }, ...lines), ...doubt];
}

function factsView({ reportId, reportSm3, summary }: Verification, name: string, say: Say): HTMLElement {
	const facts: [string, string][] = [
		[say(WORDS.report), [name, reportId, reportSm3].filter((part) => part !== null).join('\n')],
	];
	if (summary !== null) {
		const { product, platform, counts } = summary;
		const { tests, passed, warned, failed, blocked, notApplicable } = counts;
		const others = tests - passed - warned - failed - blocked - notApplicable;
		const parts = { passed, warned, failed, blocked, notApplicable, others };
		facts.push(
			[say(WORDS.result), say(RESULTS[summary.result])],
			[
				say(WORDS.product),
				product === null ? say(WORDS.machine) : `${product.vendor} ${product.name} ${product.version}`,
			],
			[say(WORDS.platform), [platform.arch, platform.cpuModel, systemName(platform)].filter(Boolean).join(' · ')],
			[say(WORDS.operator), [summary.operator, summary.reportNumber].filter(Boolean).join(' · ')],
			[say(WORDS.finished), utcTime(summary.finishedOn)],
			[say(WORDS.counts), [tests, ...COUNTED.map((word) => `${say(WORDS[word])} ${parts[word]}`)].join(' · ')],
		);
	}
	return element('dl', {}, ...facts.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]));
}

// Many systems name their version already.
function systemName({ osName, osVersion }: NonNullable<Verification['summary']>['platform']): string {
	if (osName === null || osVersion === null) return osName ?? osVersion ?? '';
	return osName.includes(osVersion) ? osName : `${osName} ${osVersion}`;
}

/** The moment as signed, without the machine's notation; UTC, so that everybody reads the same. */
function utcTime(iso: string): string {
	return iso.replace(/^([\d-]+)T([\d:]+)(?:\.\d+)?Z$/u, '$1 $2 UTC');
}

function signersView(title: Text, entries: readonly string[], say: Say): HTMLElement[] {
	if (entries.length === 0) return [];
	return [element('h2', {}, say(title)), element('ul', {}, ...entries.map((entry) => element('li', {}, entry)))];
}

function signerText({ keyid, suite, state, owner, person, certificate }: VerifiedSigner, say: Say): string {
	return [owner, person, certificate?.subject, `${suite} · ${say(SIGNER_STATES[state])}`, keyid]
		.filter((part) => part !== null && part !== undefined)
		.join(' · ');
}

function reviewText(
	{ role, decision, verifier, person, timeCreated, reasons, signers }: Verification['reviews'][number],
	say: Say,
): string {
	const who = [verifier, person].filter((part) => part !== null).join(' ');
	return [
		say(ROLES[role]),
		say(DECISIONS[decision]),
		who,
		utcTime(timeCreated),
		...reasons,
		...signers.map((signer) => signerText(signer, say)),
	].join(' · ');
}

function receiptText({ registry, status, receivedOn, signers }: Verification['receipts'][number], say: Say): string {
	return [registry, status, utcTime(receivedOn), ...signers.map((signer) => signerText(signer, say))].join(' · ');
}

function checkRow({ id, outcome, detail, todo }: Check, say: Say): HTMLElement {
	const made = row(
		'td',
		`${say(CHECKS[id])}\n${id}`,
		say(OUTCOMES[outcome]),
		[say(detail), todo === undefined ? '' : say(todo)].filter(Boolean).join('\n'),
	);
	made.className = outcome;
	made.dataset.check = id;
	made.dataset.outcome = outcome;
	return made;
}

function row(tag: 'td' | 'th', ...cells: readonly string[]): HTMLElement {
	return element('tr', {}, ...cells.map((cell) => element(tag, {}, cell)));
}

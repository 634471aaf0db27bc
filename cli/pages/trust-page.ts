import type { Output } from '../../contract/methods.ts';
import type { TrustRoot } from '../../contract/trust.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

type Shown = NonNullable<Output<'trust.show'>>;

/** A trust list: whether it is current, its fingerprint, who may sign what, and what is revoked. */
export function trustPage({ root, fingerprint, freshness, signedBy }: Shown, terminal: Terminal): string {
	return [
		`${terminal.text(`trust.${freshness}`)}  ${fingerprint}`,
		...contentLines(root, terminal),
		table(signedBy.map((keyid) => ['  ✓', keyid])),
	].join('\n');
}

/** A list on its way: what it will be, and whose signatures it still needs. */
export function unfinishedPage(
	{ root, fingerprint, file, signing }: Output<'trust.inspect'>,
	terminal: Terminal,
): string {
	const { own, before, signedBy, state } = signing;
	return [
		`${terminal.text(`trust.signing.${state}`)}  ${file}`,
		fingerprint,
		...contentLines(root, terminal),
		terminal.text('trust.signed.own', own),
		...(before === null ? [] : [terminal.text('trust.signed.before', before)]),
		...(signedBy.length === 0 ? [] : [table(signedBy.map((keyid) => ['  ✓', keyid]))]),
	].join('\n');
}

function contentLines(root: TrustRoot, terminal: Terminal): string[] {
	const keys = root.keys.map(({ owner, person, roles, suite, keyid, notAfter }) => [
		`  ${[owner, person].filter(Boolean).join(' · ')}`,
		roles.join(','),
		suite,
		keyid,
		notAfter.slice(0, 10),
	]);
	const revoked = root.revoked.map(({ keyid, certSerial, reportDigest, since, reason, compromised }) => [
		`  ✗ ${keyid ?? certSerial ?? `sha256:${reportDigest ?? ''}`}`,
		since.slice(0, 10),
		terminal.text(compromised ? 'trust.was-compromised' : 'trust.not-compromised'),
		reason,
	]);
	const values = {
		version: root.version,
		expires: root.expires.slice(0, 10),
		threshold: root.threshold,
		roots: root.rootKeys.length,
	};
	return [
		terminal.text('trust.line', values),
		...(keys.length === 0 ? [] : [table(keys)]),
		...(revoked.length === 0 ? [] : [terminal.text('trust.revoked'), table(revoked)]),
	];
}

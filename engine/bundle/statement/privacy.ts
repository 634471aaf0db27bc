import type { Evidence } from '../../../contract/evidence.ts';
import type { PrivacyProfile } from '../../../contract/report.ts';
import type { Withholding } from '../../../contract/report-facts.ts';
import type { Operator } from '../../../contract/run.ts';

/**
 * What each privacy profile leaves out of the statement, as paths. Serial numbers, MAC addresses and host names never
 * leave the machine in any of them: full and reduced carry their salted digests, minimal not even those.
 */
export const REMOVED: Readonly<Record<PrivacyProfile, readonly string[]>> = {
	full: [],
	reduced: [
		'host.corrections.by',
		'operator.person',
		'order.customer.contact',
		'order.deviations.approvedBy',
		'order.lab.phone',
		'order.sample.receivedBy',
		'tests.manual.by',
		'tests.manual.witness',
		'tests.waiver.by',
	],
	minimal: [
		'host.corrections',
		'host.redactions.sm3',
		'host.summary.board',
		'host.summary.desktop',
		'host.summary.firmware',
		'host.summary.gpu',
		'operator.person',
		'order.customer',
		'order.deviations.approvedBy',
		'order.lab.phone',
		'order.location',
		'order.remarks',
		'order.sample.receivedBy',
		'related.reason',
		'tests.attempts.message',
		'tests.expected',
		'tests.manual.actual',
		'tests.manual.by',
		'tests.manual.expectation',
		'tests.manual.note',
		'tests.manual.witness',
		'tests.reason.actual',
		'tests.waiver.by',
	],
};

/** Who keeps what is kept back: a run may name no organisation, a statement has to name somebody. */
export function custodianOf({ orgName }: Operator): string {
	return orgName === '' ? 'operator' : orgName;
}

/** What a profile keeps back by itself: pictures of screens when reduced, all evidence when minimal. */
export function withheldByPrivacy(
	profile: PrivacyProfile,
	evidence: readonly Evidence[],
	custodian: string,
): readonly Withholding[] {
	return evidence
		.filter(({ role }) => profile === 'minimal' || (profile === 'reduced' && role === 'screenshot'))
		.map(({ digest }) => ({ sha256: digest.sha256, reason: 'privacy', custodian }));
}

/**
 * The rows of the parts that are loaded at their first call: they bring cryptography and documents along, which most
 * commands never need. By name here, so that knowing what there is loads nothing.
 */

export const KEY_CALLS = [
	'key.list',
	'key.show',
	'key.create',
	'key.import',
	'key.backUp',
	'key.certify',
	'key.exportPublic',
	'key.retire',
] as const;

export const REPORT_CALLS = [
	'report.list',
	'report.results',
	'report.import',
	'report.remove',
	'report.draft',
	'report.save',
	'report.number',
	'report.supersede',
	'report.privacy',
	'report.baseline',
	'report.export',
	'report.render',
	'report.preview',
	'report.stop',
	'report.exampleTemplate',
	'bundle.verify',
	'review.material',
	'review.evidence',
	'review.make',
] as const;

export const TRUST_CALLS = ['trust.show', 'trust.import', 'trust.pin'] as const;

export const TRUST_AUTHOR_CALLS = [
	'trust.inspect',
	'trust.draft',
	'trust.enrol',
	'trust.revoke',
	'trust.sign',
] as const;

/** The kinds of entry, in the order in which they must come. */
export const SECTIONS = ['format', 'attestation', 'certificate', 'receipt', 'timestamp', 'trust', 'blob'] as const;
export type Section = (typeof SECTIONS)[number];

export const FORMAT = 'xc-bundle/1\n';
export const REPORT_ENTRY = 'attestations/0000.dsse.json';
/** The derived test-result statement, where there is one. */
export const DERIVED_ENTRY = 'attestations/0001.dsse.json';
/** Number of the first review. */
export const FIRST_REVIEW = 100;

const PATTERNS: readonly (readonly [Section, RegExp])[] = [
	['format', /^format$/u],
	['attestation', /^attestations\/\d{4}\.dsse\.json$/u],
	['certificate', /^certs\/[0-9a-f]{64}\.der$/u],
	['receipt', /^receipts\/\d{4}\.dsse\.json$/u],
	['timestamp', /^timestamps\/\d{4}\.tsr$/u],
	['trust', /^trust\/\d{4}\.dsse\.json$/u],
	['blob', /^blobs\/sha256\/[0-9a-f]{64}$/u],
];

/** Which section a name belongs to; undefined for a name that no bundle holds. */
export function sectionOf(name: string): Section | undefined {
	return PATTERNS.find(([, pattern]) => pattern.test(name))?.[0];
}

export function numbered(folder: 'attestations' | 'receipts' | 'trust', number: number): string {
	return `${folder}/${String(number).padStart(4, '0')}.dsse.json`;
}

/** `sm3:…` or `sha256:…` to the entry that may hold its public key or certificate chain. */
export function certificateEntry(keyid: string): string {
	return `certs/${keyid.slice(keyid.indexOf(':') + 1)}.der`;
}

export function blobEntry(sha256: string): string {
	return `blobs/sha256/${sha256}`;
}

/**
 * Whether `name` may follow `previous`: sections in order, names within a section ascending and, where they are
 * numbered, without gaps (reviews start at 0100). The order of blobs is the report's, so it is checked elsewhere.
 */
export function mayFollow(previous: string | undefined, name: string): boolean {
	const section = sectionOf(name);
	if (section === undefined) return false;
	if (previous === undefined) return name === 'format';
	if (previous === 'format') return name === REPORT_ENTRY;
	const before = sectionOf(previous);
	const step = SECTIONS.indexOf(section) - SECTIONS.indexOf(before ?? 'format');
	if (step !== 0) return step > 0 && (isFree(section) || numberIn(name) === 0);
	if (isFree(section)) return section === 'blob' || name > previous;
	return numberIn(name) === numberIn(previous) + 1 || (section === 'attestation' && startsReviews(previous, name));
}

function isFree(section: Section): boolean {
	return section === 'certificate' || section === 'blob';
}

function startsReviews(previous: string, name: string): boolean {
	return numberIn(name) === FIRST_REVIEW && numberIn(previous) <= 1;
}

function numberIn(name: string): number {
	return Number(/\/(\d{4})\./u.exec(name)?.[1] ?? Number.NaN);
}

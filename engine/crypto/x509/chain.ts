import { derElements } from '../der/reader.ts';
import type { Primitives } from '../sign/verify-signature.ts';
import { type Certificate, isIssuedBy, readCertificate } from './certificate.ts';

const LONGEST = 8;

/** Certificates one after the other, leaf first; undefined when the bytes are anything else. */
export function readChain(bytes: Uint8Array): readonly [Certificate, ...Certificate[]] | undefined {
	const elements = derElements(bytes);
	if (elements === undefined || elements.length > LONGEST) return undefined;
	const [leaf, ...issuers] = elements.map(({ whole }) => readCertificate(whole));
	const known = issuers.filter((issuer) => issuer !== undefined);
	return leaf === undefined || known.length < issuers.length ? undefined : [leaf, ...known];
}

/**
 * complete: every certificate is signed by the next, and the last by itself. open: right as far as it goes, but the
 * issuer of the last is not there. broken: a link does not hold.
 */
export type ChainState = 'complete' | 'open' | 'broken';

export function chainState(primitives: Primitives, chain: readonly Certificate[]): ChainState {
	const holds = chain.every((certificate, at) => {
		const issuer = chain[at + 1];
		return issuer === undefined || isIssuedBy(primitives, certificate, issuer);
	});
	const last = chain.at(-1);
	if (!holds || !isEntitled(chain) || last === undefined) return 'broken';
	if (last.issuer !== last.subject) return 'open';
	return isIssuedBy(primitives, last, last) ? 'complete' : 'broken';
}

// The end certificate may sign, every condition is understood, and no issuer has more below it than it may.
function isEntitled(chain: readonly Certificate[]): boolean {
	return chain.every(({ entitlement }, at) => {
		const intermediates = Math.max(0, at - 1);
		const entitled = at === 0 ? entitlement.maySign : entitlement.pathLength >= intermediates;
		return entitlement.understood && entitled;
	});
}

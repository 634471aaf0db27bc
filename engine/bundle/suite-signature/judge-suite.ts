import type { SuiteOrigin, SuiteSigner } from '../../../contract/suite.ts';
import type { SuiteStatement } from '../../../contract/suite-signature.ts';
import type { Text } from '../../../contract/text.ts';
import type { TrustState } from '../../../contract/trust.ts';
import { nodePrimitives } from '../../crypto/index.ts';
import { type Standing, standingOf } from '../trust/standing.ts';
import { listOf } from '../trust/trust-file.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { openSignature } from './open-signature.ts';
import type { SignedSuite } from './sign-suite.ts';

/** What a signature makes of a suite. */
export type SuiteFinding = Pick<SuiteOrigin, 'signature' | 'signers' | 'problem'>;

/**
 * Judges the signature that lies beside a suite: whether it fits these very files, and whether the trust list lets one
 * of its keys publish this suite. Without a list nobody is trusted.
 */
export function judgeSuite(envelope: Uint8Array, suite: SignedSuite, trust: TrustState | null): SuiteFinding {
	const primitives = nodePrimitives();
	const opened = openSignature(envelope, primitives);
	const problem = opened.ok ? mismatch(opened.statement, suite) : opened.problem;
	if (!opened.ok || problem !== null) return { signature: 'changed', ...(problem !== null && { problem }) };
	const list = trust === null ? null : listOf(trust, primitives);
	const signers = opened.signers.map(({ keyid }) => signerOf(keyid, opened.statement, list));
	return { signature: signers.some(({ state }) => state === 'trusted') ? 'signed' : 'untrusted', signers };
}

function mismatch({ subject, predicate }: SuiteStatement, { id, version, digest }: SignedSuite): Text | null {
	const signed = `${subject[0]?.name} ${predicate.version}`;
	if (signed !== `${id} ${version}`) {
		return { zh: `它是为“${signed}”签的`, en: `it was made for “${signed}”` };
	}
	if (subject[0]?.digest.sha256 === digest) return null;
	return { zh: '文件在签名之后被改动过', en: 'files were changed after it was signed' };
}

function signerOf(keyid: string, { subject, predicate }: SuiteStatement, list: TrustList | null): SuiteSigner {
	const { signedOn, publisher } = predicate;
	const about = { purl: undefined, suites: subject.map(({ name }) => name) };
	const standing: Standing =
		list === null
			? { state: 'unknown' }
			: standingOf(list, { keyid, serials: [], signedOn, vouchedOn: undefined, about });
	const key = standing.state === 'unknown' ? undefined : standing.key;
	return { keyid, owner: key?.owner ?? publisher, state: stateOf(standing) };
}

function stateOf(standing: Standing): SuiteSigner['state'] {
	if (standing.state !== 'trusted') return standing.state;
	return standing.key.roles.includes('suite-publisher') ? 'trusted' : 'notPublisher';
}

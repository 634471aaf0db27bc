import { ShipeiError } from '../../../contract/errors.ts';
import { STATEMENT_TYPE } from '../../../contract/report.ts';
import { SUITE_TYPE, type SuiteStatement } from '../../../contract/suite-signature.ts';
import { canonicalJson, type Signer, toBase64 } from '../../crypto/index.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../envelope/envelope.ts';
import { signEnvelope } from '../envelope/sign-envelope.ts';

/** One version of a suite, pinned by the digest over its files. */
export interface SignedSuite {
	readonly id: string;
	readonly version: string;
	/** SHA-256, as suiteDigest in engine/suites takes it. */
	readonly digest: string;
}

/** Signs a suite for whoever publishes it; answers the bytes of the file beside its manifest. Errors: bundle.no-signer. */
export async function signSuite(request: {
	readonly suite: SignedSuite;
	/** Who publishes it, in their own words. */
	readonly publisher: string;
	readonly signedOn: Date;
	readonly signers: readonly Signer[];
}): Promise<Uint8Array> {
	const { suite, publisher, signedOn, signers } = request;
	if (signers.length === 0) throw new ShipeiError('bundle.no-signer');
	const statement: SuiteStatement = {
		_type: STATEMENT_TYPE,
		predicateType: SUITE_TYPE,
		subject: [{ name: suite.id, digest: { sha256: suite.digest } }],
		predicate: {
			version: suite.version,
			signedOn: signedOn.toISOString(),
			publisher,
			keys: signers.map((signer) => ({ keyid: signer.keyid, suite: signer.suite, spki: toBase64(signer.spki) })),
		},
	};
	return signEnvelope(STATEMENT_PAYLOAD_TYPE, canonicalJson(statement), signers);
}

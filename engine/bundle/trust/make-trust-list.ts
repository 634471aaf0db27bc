import { z } from 'zod';
import { ShipeiError } from '../../../contract/errors.ts';
import { TRUST_PAYLOAD_TYPE, type TrustRoot, trustRootSchema } from '../../../contract/trust.ts';
import { canonicalJson, nodePrimitives, type Signer } from '../../crypto/index.ts';
import { signEnvelope } from '../envelope/sign-envelope.ts';
import { readTrustList } from './trust-list.ts';

/**
 * Signs a trust list, for whoever publishes one: by enough of its own root keys and, when it replaces another, by
 * enough of that one's. Errors: trust.bad-list.
 */
export async function makeTrustList(root: TrustRoot, signers: readonly Signer[]): Promise<Uint8Array> {
	const read = trustRootSchema.safeParse(root);
	if (!read.success) throw new ShipeiError('trust.bad-list', { problem: z.prettifyError(read.error) });
	const envelope = await signEnvelope(TRUST_PAYLOAD_TYPE, canonicalJson(read.data), signers);
	const list = readTrustList(envelope, nodePrimitives());
	if (typeof list === 'string') throw new ShipeiError('trust.bad-list', { problem: list });
	return envelope;
}

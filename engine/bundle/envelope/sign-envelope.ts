import type { Signer } from '../../crypto/portable.ts';
import { type Envelope, type EnvelopeSignature, encodeEnvelope, preAuthentication } from './envelope.ts';

/** Signs a payload with every signer and returns the envelope's bytes. Signatures are ordered by key id. */
export async function signEnvelope(
	payloadType: string,
	payload: Uint8Array,
	signers: readonly Signer[],
): Promise<Uint8Array> {
	const message = preAuthentication(payloadType, payload);
	const signatures: EnvelopeSignature[] = [];
	for (const signer of signers) signatures.push({ keyid: signer.keyid, signature: await signer.sign(message) });
	signatures.sort((one, other) => (one.keyid < other.keyid ? -1 : 1));
	const envelope: Envelope = { payloadType, payload, signatures };
	return encodeEnvelope(envelope);
}

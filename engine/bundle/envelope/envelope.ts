import { z } from 'zod';
import { keyIdSchema } from '../../../contract/key.ts';
import { concatBytes, fromBase64, parseStrictJson, sameBytes, toBase64, utf8 } from '../../crypto/portable.ts';
import { LIMITS } from '../container/limits.ts';

export const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const envelopeSchema = z.strictObject({
	payload: z.string(),
	payloadType: z.string().min(1).max(200),
	signatures: z
		.array(z.strictObject({ keyid: keyIdSchema, sig: z.string() }))
		.min(1)
		.max(LIMITS.signatures),
});

export interface EnvelopeSignature {
	readonly keyid: string;
	readonly signature: Uint8Array;
}

/** A DSSE envelope with its payload as bytes. */
export interface Envelope {
	readonly payloadType: string;
	readonly payload: Uint8Array;
	readonly signatures: readonly EnvelopeSignature[];
}

/** What is really signed: DSSE's pre-authentication encoding of type and payload (DSSE 1.0, protocol). */
export function preAuthentication(payloadType: string, payload: Uint8Array): Uint8Array {
	const type = utf8(payloadType);
	return concatBytes(utf8(`DSSEv1 ${type.length} `), type, utf8(` ${payload.length} `), payload);
}

/** The envelope's one spelling: canonical JSON. Its strings are plain ASCII, so keys in order are all that it takes. */
export function encodeEnvelope({ payloadType, payload, signatures }: Envelope): Uint8Array {
	const signed = signatures.map(({ keyid, signature }) => ({ keyid, sig: toBase64(signature) }));
	return utf8(JSON.stringify({ payload: toBase64(payload), payloadType, signatures: signed }));
}

/** Reads an envelope of the expected type in exactly that spelling; a string says what is wrong with any other. */
export function decodeEnvelope(bytes: Uint8Array, payloadType: string): Envelope | string {
	// The payload is one long string, and no pattern is ever held against it.
	const json = parseStrictJson(bytes, Number.POSITIVE_INFINITY);
	if ('problem' in json) return `${json.problem} (at ${json.at})`;
	const read = envelopeSchema.safeParse(json.value);
	if (!read.success) return z.prettifyError(read.error);
	if (read.data.payloadType !== payloadType) return `the payload type is ${read.data.payloadType}, not ${payloadType}`;
	const payload = fromBase64(read.data.payload);
	if (payload === undefined) return 'the payload is not canonical base64';
	if (payload.length > LIMITS.payload) return `the payload has more than ${LIMITS.payload} bytes`;
	const signatures: EnvelopeSignature[] = [];
	for (const { keyid, sig } of read.data.signatures) {
		const signature = fromBase64(sig);
		if (signature === undefined) return 'a signature is not canonical base64';
		signatures.push({ keyid, signature });
	}
	if (new Set(signatures.map(({ keyid }) => keyid)).size !== signatures.length) return 'two signatures name one key';
	if (!isCanonical(bytes, read.data)) return 'the envelope is not in its canonical spelling';
	return { payloadType, payload, signatures };
}

// The base64 in it has one spelling already; so the rest must be there byte for byte, and nothing more. Writing the whole
// again to compare it would take three times its memory.
function isCanonical(bytes: Uint8Array, { payload, payloadType, signatures }: z.infer<typeof envelopeSchema>): boolean {
	const head = utf8('{"payload":"');
	const tail = utf8(
		`",${JSON.stringify({ payloadType, signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig })) }).slice(1)}`,
	);
	return (
		bytes.length === head.length + payload.length + tail.length &&
		sameBytes(bytes.subarray(0, head.length), head) &&
		sameBytes(bytes.subarray(bytes.length - tail.length), tail)
	);
}

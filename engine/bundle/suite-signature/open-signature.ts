import { z } from 'zod';
import { type SuiteStatement, suiteStatementSchema } from '../../../contract/suite-signature.ts';
import type { Text } from '../../../contract/text.ts';
import { fromBase64, type Primitives, type PublicKey, parseStrictJson, readPublicKey } from '../../crypto/portable.ts';
import { checkSignatures } from '../envelope/check-signatures.ts';
import { decodeEnvelope, STATEMENT_PAYLOAD_TYPE } from '../envelope/envelope.ts';

export type OpenedSignature =
	| { readonly ok: true; readonly statement: SuiteStatement; readonly signers: readonly PublicKey[] }
	| { readonly ok: false; readonly problem: Text };

/**
 * Opens the signature of a suite: every signature of it must be right, by keys that come with it. That alone shows that
 * nobody altered what was signed, not who signed it.
 */
export function openSignature(bytes: Uint8Array, primitives: Primitives): OpenedSignature {
	const envelope = decodeEnvelope(bytes, STATEMENT_PAYLOAD_TYPE);
	if (typeof envelope === 'string') return unreadable(envelope);
	const json = parseStrictJson(envelope.payload);
	if ('problem' in json) return unreadable(`${json.problem} (at ${json.at})`);
	const read = suiteStatementSchema.safeParse(json.value);
	if (!read.success) return unreadable(z.prettifyError(read.error).split('\n').slice(0, 2).join(' '));
	const keys = carried(read.data);
	const checked = checkSignatures(primitives, envelope, (keyid) => keys.get(keyid));
	return checked.ok ? { ok: true, statement: read.data, signers: checked.signers } : checked;
}

function carried({ predicate }: SuiteStatement): ReadonlyMap<string, PublicKey> {
	const keys = new Map<string, PublicKey>();
	for (const { spki } of predicate.keys) {
		const bytes = fromBase64(spki);
		const key = bytes === undefined ? undefined : readPublicKey(bytes);
		// By the digest of the key itself, never by the id that the file claims for it.
		if (key !== undefined) keys.set(key.keyid, key);
	}
	return keys;
}

function unreadable(problem: string): OpenedSignature {
	return {
		ok: false,
		problem: { zh: `签名文件无法读懂（${problem}）`, en: `the signature file cannot be made sense of (${problem})` },
	};
}

import { z } from 'zod';
import type { Text } from '../../../contract/text.ts';
import type { CheckId } from '../../../contract/verification.ts';
import { digestWith, type Primitives, parseStrictJson } from '../../crypto/portable.ts';
import { checkSignatures, type KeySource } from '../envelope/check-signatures.ts';
import { decodeEnvelope, type Envelope, STATEMENT_PAYLOAD_TYPE } from '../envelope/envelope.ts';
import { Refusal } from '../refusal.ts';
import type { Opened } from './opened.ts';

/** The ids under which the three stages of opening a statement report their failure. */
export interface Stages {
	readonly envelope: CheckId;
	readonly statement: CheckId;
	readonly signatures: CheckId;
}

const ALTERED: Text = {
	zh: '文件自签名后被改动过，或签名者的公钥不在文件中。不要采信，请向出具方索取原文件。',
	en: 'The file was altered after it was signed, or the signer’s public key is not in it. Do not rely on it; ask the issuer for the original.',
};

/**
 * Opens one signed statement: envelope, then every signature, and only then what was signed. Throws a Refusal at the
 * first failure.
 */
export function openStatement<Statement>(
	entry: string,
	bytes: Uint8Array,
	schema: z.core.$ZodType<Statement>,
	{ primitives, keys, stages }: { primitives: Primitives; keys: KeySource; stages: Stages },
): Opened<Statement> {
	const envelope = decodeEnvelope(bytes, STATEMENT_PAYLOAD_TYPE);
	if (typeof envelope === 'string') throw broken(stages.envelope, entry, envelope);
	const checked = checkSignatures(primitives, envelope, keys);
	if (!checked.ok) throw new Refusal(stages.signatures, named(entry, checked.problem), ALTERED);
	const statement = readStatement(entry, envelope, schema, stages.statement);
	const digest = digestWith(primitives.hashes, envelope.payload);
	return { entry, statement, envelope, digest, signers: checked.signers };
}

function readStatement<Statement>(
	entry: string,
	envelope: Envelope,
	schema: z.core.$ZodType<Statement>,
	check: CheckId,
): Statement {
	const json = parseStrictJson(envelope.payload);
	if ('problem' in json) throw broken(check, entry, `${json.problem} (at ${json.at})`);
	const read = z.safeParse(schema, json.value);
	if (!read.success) throw broken(check, entry, firstLines(z.prettifyError(read.error)));
	return read.data;
}

function broken(check: CheckId, entry: string, problem: string): Refusal {
	return new Refusal(check, named(entry, { zh: problem, en: problem }), ALTERED);
}

function named(entry: string, problem: Text): Text {
	return { zh: `${entry}：${problem.zh}`, en: `${entry}: ${problem.en}` };
}

// A hostile statement may have a million mistakes.
function firstLines(text: string): string {
	return text.split('\n').slice(0, 6).join('; ').slice(0, 600);
}

import { readFile } from 'node:fs/promises';
import type { ReportStatement } from '../../../contract/report.ts';
import { STATEMENT_TYPE } from '../../../contract/report.ts';
import type { ReviewPredicate } from '../../../contract/review.ts';
import {
	type Revocation,
	TRUST_PAYLOAD_TYPE,
	type TrustedKey,
	type TrustRole,
	type TrustRoot,
	type TrustState,
} from '../../../contract/trust.ts';
import type { Verification } from '../../../contract/verification.ts';
import { claimOf, paddingOf } from '../../../engine/bundle/container/header.ts';
import { certificateEntry } from '../../../engine/bundle/container/layout.ts';
import { containerBytes, type Part, partOf } from '../../../engine/bundle/container/write-container.ts';
import { signEnvelope } from '../../../engine/bundle/envelope/sign-envelope.ts';
import { trustFromFile, type VerifyOptions, verifyBundle } from '../../../engine/bundle/index.ts';
import { expectedBlobs } from '../../../engine/bundle/verify/check-evidence.ts';
import {
	canonicalJson,
	digestBytes,
	generateKey,
	type Signer,
	type Suite,
	signerFromKey,
	toBase64,
} from '../../../engine/crypto/index.ts';
import { evidenceBytes, sampleStatement } from './sample-report.ts';

export const STATEMENT = 'application/vnd.in-toto+json';
/** When the samples say that everything happened. */
export const NOW = new Date('2026-11-22T00:00:00Z');

export interface Person extends Signer {
	readonly name: string;
}

/** Somebody with a fresh key. Ed25519 by default: it verifies many times faster, and these tests verify a lot. */
export function person(name: string, suite: Suite = 'ed25519'): Person {
	return { ...signerFromKey(generateKey(suite)), name };
}

/** One file of a container in memory. */
export interface MemoryPart {
	name: string;
	bytes: Uint8Array;
}

/** The entries of a report's bundle, not yet a file: tests alter them. */
export async function reportParts(
	signers: readonly Signer[],
	statement: ReportStatement = sampleStatement(),
	payload: Uint8Array = canonicalJson(statement),
	further: readonly Uint8Array[] = [],
): Promise<MemoryPart[]> {
	const contents: readonly Uint8Array[] = [...Object.values(evidenceBytes), ...further];
	const bytes = new Map(contents.map((content) => [digestBytes(content).sha256, content]));
	return [
		{ name: 'format', bytes: Buffer.from('xc-bundle/1\n') },
		{ name: 'attestations/0000.dsse.json', bytes: await signEnvelope(STATEMENT, payload, signers) },
		...keysOf(signers),
		...expectedBlobs(statement.predicate.evidence).map(({ digest }) => ({
			name: `blobs/sha256/${digest.sha256}`,
			bytes: bytes.get(digest.sha256) ?? Buffer.alloc(0),
		})),
	];
}

export function keysOf(signers: readonly Signer[]): MemoryPart[] {
	const entries = new Map(signers.map(({ keyid, spki }) => [certificateEntry(keyid), spki]));
	return [...entries].map(([name, bytes]) => ({ name, bytes })).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Puts further entries where they belong. */
export function withParts(parts: readonly MemoryPart[], ...added: MemoryPart[]): MemoryPart[] {
	const order = ['format', 'attestations', 'certs', 'receipts', 'timestamps', 'trust', 'blobs'];
	const rank = ({ name }: MemoryPart) => order.indexOf(name.split('/')[0] ?? '');
	const all = [...parts, ...added.filter(({ name }) => !parts.some((part) => part.name === name))];
	return all.toSorted((one, other) => {
		const step = rank(one) - rank(other);
		return step !== 0 || one.name.startsWith('blobs/') ? step : one.name < other.name ? -1 : 1;
	});
}

export async function pack(parts: readonly MemoryPart[]): Promise<Buffer> {
	const entries: Part[] = parts.map(({ name, bytes }) => partOf(name, bytes));
	return Buffer.concat(await Array.fromAsync(containerBytes(entries)));
}

/** The entries of a file as they lie in it. */
export async function unpack(file: string): Promise<MemoryPart[]> {
	const whole = await readFile(file);
	const parts: MemoryPart[] = [];
	for (let at = 0; whole[at] !== 0; ) {
		const { name, size } = claimOf(whole.subarray(at, at + 512));
		parts.push({ name, bytes: whole.subarray(at + 512, at + 512 + size) });
		at += 512 + size + paddingOf(size);
	}
	return parts;
}

export async function verifyBytes(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Verification> {
	async function* source() {
		yield bytes;
	}
	return verifyBundle(source(), { now: NOW, ...options });
}

/** Ids of the checks that failed, in order. */
export function failedIn({ checks }: Verification): string[] {
	return checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

export function outcomeIn({ checks }: Verification, id: string): string | undefined {
	return checks.find((check) => check.id === id)?.outcome;
}

export async function reviewPart(
	report: readonly MemoryPart[],
	signers: readonly Signer[],
	change: Partial<ReviewPredicate> = {},
	number = 100,
): Promise<MemoryPart> {
	const statement = {
		_type: STATEMENT_TYPE,
		predicateType: 'urn:shipei:review:v1',
		subject: [{ name: 'report', digest: reportDigest(report) }],
		predicate: {
			verifier: { id: '某测试中心', person: '李四' },
			role: 'reviewer',
			timeCreated: '2026-11-21T01:00:00Z',
			properties: [],
			decision: 'approved',
			scope: [],
			reasons: [],
			opened: [],
			...change,
		},
	};
	const bytes = await signEnvelope(STATEMENT, canonicalJson(statement), signers);
	return { name: `attestations/${String(number).padStart(4, '0')}.dsse.json`, bytes };
}

export async function receiptPart(
	report: readonly MemoryPart[],
	signers: readonly Signer[],
	receivedOn = '2026-11-20T03:00:00Z',
	number = 0,
): Promise<MemoryPart> {
	const statement = {
		_type: STATEMENT_TYPE,
		predicateType: 'urn:shipei:receipt:v1',
		subject: [{ name: 'report', digest: reportDigest(report) }],
		predicate: { registry: { id: 'registry.example' }, receivedOn, sequence: 7, status: 'accepted', checks: [] },
	};
	const bytes = await signEnvelope(STATEMENT, canonicalJson(statement), signers);
	return { name: `receipts/${String(number).padStart(4, '0')}.dsse.json`, bytes };
}

export function reportDigest(parts: readonly MemoryPart[]) {
	const envelope = JSON.parse(Buffer.from(parts[1]?.bytes ?? []).toString());
	return digestBytes(Buffer.from(envelope.payload, 'base64'));
}

export function trusted(
	{ keyid, suite, spki, name }: Person,
	roles: TrustRole[],
	change: Partial<TrustedKey> = {},
): TrustedKey {
	return {
		keyid,
		suite,
		spki: toBase64(spki),
		owner: '某测试中心',
		person: name,
		roles,
		notBefore: '2026-01-01T00:00:00Z',
		notAfter: '2027-01-01T00:00:00Z',
		scopes: [],
		...change,
	};
}

export function trustRoot(rootKeys: readonly Person[], keys: TrustedKey[], change: Partial<TrustRoot> = {}): TrustRoot {
	return {
		schema: 'shipei.trust/1',
		version: 1,
		issuedOn: '2026-11-01T00:00:00Z',
		expires: '2027-11-01T00:00:00Z',
		threshold: rootKeys.length,
		rootKeys: rootKeys.map(({ keyid, suite, spki }) => ({ keyid, suite, spki: toBase64(spki) })),
		keys,
		revoked: [],
		...change,
	};
}

/** A signed trust list. Rejects with trust.bad-list when its own root keys did not sign it in number. */
export async function makeTrustList(root: TrustRoot, signers: readonly Signer[]): Promise<Uint8Array> {
	const envelope = await signEnvelope(TRUST_PAYLOAD_TYPE, canonicalJson(root), signers);
	trustFromFile(envelope);
	return envelope;
}

/** A trust list in force with these keys and revocations. */
export async function trustOf(
	keys: TrustedKey[],
	revoked: Revocation[] = [],
	change: Partial<TrustRoot> = {},
): Promise<TrustState> {
	const root = person('root');
	return trustFromFile(await makeTrustList(trustRoot([root], keys, { revoked, ...change }), [root]));
}

import { beforeAll, describe, expect, it } from 'vitest';
import { TRUST_PAYLOAD_TYPE, type TrustRoot } from '../../../../contract/trust.ts';
import { preAuthentication } from '../../../../engine/bundle/envelope/envelope.ts';
import { signEnvelope } from '../../../../engine/bundle/envelope/sign-envelope.ts';
import { trustFromFile } from '../../../../engine/bundle/index.ts';
import { concatBytes } from '../../../../engine/crypto/bytes/bytes.ts';
import { to32Bytes } from '../../../../engine/crypto/bytes/integer.ts';
import {
	canonicalJson,
	fromBase64,
	readPublicKey,
	type Signer,
	toBase64,
	toHex,
} from '../../../../engine/crypto/index.ts';
import { keyIdOf } from '../../../../engine/crypto/keys/key-id.ts';
import { sm2Curve } from '../../../../engine/crypto/sm2/curve.ts';
import { decodeSignature, encodeSignature } from '../../../../engine/crypto/sm2/signature.ts';
import { failedIn, type MemoryPart, pack, person, reportParts, trusted, trustRoot, verifyBytes } from '../workshop.ts';

const { n, p } = sm2Curve.parameters;
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const [sm2, ed25519] = [person('甲', 'sm2-sm3'), person('乙')];
const SPKI = sm2.spki.slice(0, -65);

/** The same key, or no key at all, in a SubjectPublicKeyInfo of its own. */
const spellings: [string, Uint8Array][] = [
	['the point at infinity, one byte', concatBytes(SPKI, Uint8Array.of(0))],
	['the point at infinity, written out as zeros', concatBytes(SPKI, Uint8Array.of(4), new Uint8Array(64))],
	['a point off the curve', sm2.spki.with(sm2.spki.length - 1, (sm2.spki.at(-1) ?? 0) ^ 1)],
	['a coordinate that is the prime', concatBytes(SPKI, Uint8Array.of(4), to32Bytes(p), sm2.spki.slice(-32))],
	['a coordinate beyond the prime', concatBytes(SPKI, Uint8Array.of(4), ...beyondPrime())],
	['the compressed form', concatBytes(SPKI, sm2Curve.Point.fromBytes(sm2.spki.slice(-65)).toBytes(true))],
	['the hybrid form', concatBytes(SPKI, Uint8Array.of(6 + ((sm2.spki.at(-1) ?? 0) & 1)), sm2.spki.slice(-64))],
	['the curve of P-256', withCurve('2a8648ce3d030107')],
	['a trailing byte', concatBytes(sm2.spki, Uint8Array.of(0))],
	['an Ed25519 key of small order', concatBytes(ed25519.spki.slice(0, -32), Uint8Array.of(1), new Uint8Array(31))],
	['an Ed25519 key with a NULL parameter', withNull(ed25519.spki)],
];

// A point with an x so small that x + p still fits: the curve has many.
function beyondPrime(): Uint8Array[] {
	for (let x = 1n; ; x++) {
		try {
			const point = sm2Curve.Point.fromBytes(concatBytes(Uint8Array.of(2), to32Bytes(x)));
			return [to32Bytes(x + p), to32Bytes(point.toAffine().y)];
		} catch {
			// No point has this x.
		}
	}
}

function withCurve(oid: string): Uint8Array {
	return concatBytes(sm2.spki.slice(0, 15), Buffer.from(oid, 'hex'), sm2.spki.slice(23));
}

function withNull(spki: Uint8Array): Uint8Array {
	const bytes = concatBytes(spki.slice(0, 9), Uint8Array.of(5, 0), spki.slice(9));
	return bytes.with(1, (bytes[1] ?? 0) + 2).with(3, (bytes[3] ?? 0) + 2);
}

/** The report’s parts, its key carried in that spelling, under the name that its bytes give. */
async function carrying(spki: Uint8Array, signer: Signer): Promise<MemoryPart[]> {
	const keyid = keyIdOf(signer.suite, spki);
	return reportParts([{ ...signer, keyid, spki }]);
}

describe('a key', () => {
	it('in its one spelling verifies, so that everything below fails for its own reason', async () => {
		for (const who of [sm2, ed25519]) {
			expect(failedIn(await verifyBytes(await pack(await carrying(who.spki, who))))).toEqual([]);
		}
	});

	it.each(spellings)('that is %s is no key: not in a bundle, not on a trust list', async (_, spki) => {
		const signer = spki[4] === 0x13 || spki[3] === 0x13 ? sm2 : ed25519;
		expect(readPublicKey(spki)).toBeUndefined();
		const verification = await verifyBytes(await pack(await carrying(spki, signer)));
		expect([verification.verdict, failedIn(verification)]).toEqual(['invalid', ['certificates.chain']]);
		const enrolled = { ...trusted(sm2, ['lab']), keyid: keyIdOf(signer.suite, spki), spki: toBase64(spki) };
		await expect(listOf(trustRoot([ed25519], [enrolled]), [ed25519])).rejects.toMatchObject({
			code: 'trust.bad-list',
		});
	});
});

describe('a threshold of two', () => {
	const twice = (entries: TrustRoot['rootKeys'], signers: readonly Signer[]) =>
		listOf({ ...trustRoot([sm2], []), rootKeys: entries, threshold: 2 }, signers);
	const entry = { keyid: sm2.keyid, suite: sm2.suite, spki: toBase64(sm2.spki) };
	const other = `sm3:${'ab'.repeat(32)}`;

	it.each<[string, Partial<TrustRoot['rootKeys'][number]>, string]>([
		['listed twice', {}, sm2.keyid],
		['under another id', { keyid: other }, other],
		['under its digest by the other hash', { keyid: `sha256:${sm2.keyid.slice(4)}` }, `sha256:${sm2.keyid.slice(4)}`],
		['under another suite', { keyid: other, suite: 'ed25519' }, other],
	])('is not reached by one key %s', async (_, change, second) => {
		const signers = [sm2, { ...sm2, keyid: second }];
		await expect(twice([entry, { ...entry, ...change }], signers)).rejects.toMatchObject({ code: 'trust.bad-list' });
	});

	it.each(spellings.slice(5, 7).concat(spellings.slice(8, 9)))(
		'is not reached by one key in two spellings: %s',
		async (_, spki) => {
			const keyid = keyIdOf('sm2-sm3', spki);
			const entries = [entry, { ...entry, keyid, spki: toBase64(spki) }];
			await expect(twice(entries, [sm2, { ...sm2, keyid }])).rejects.toMatchObject({ code: 'trust.bad-list' });
		},
	);

	it('is not reached by one signature twice, nor by two of one key', async () => {
		const root = { ...trustRoot([sm2, ed25519], []), threshold: 2 };
		await expect(listOf(root, [sm2, sm2])).rejects.toMatchObject({ code: 'trust.bad-list' });
		await expect(listOf(root, [sm2])).rejects.toMatchObject({ code: 'trust.bad-list' });
		expect(await listOf(root, [sm2, ed25519])).toBeDefined();
	});
});

describe('a signature', () => {
	let parts: MemoryPart[] = [];
	let right: Uint8Array = new Uint8Array();
	beforeAll(async () => {
		parts = await reportParts([sm2]);
		const { signatures } = JSON.parse(Buffer.from(parts[1]?.bytes ?? []).toString());
		right = fromBase64(signatures[0].sig) ?? right;
	});

	const numbers = () => decodeSignature(right) ?? { r: 0n, s: 0n };
	const der = (r: bigint, s: bigint) => () => encodeSignature({ r, s });
	const hostile: [string, () => Uint8Array][] = [
		['r of zero', () => encodeSignature({ ...numbers(), r: 0n })],
		['s of zero', () => encodeSignature({ ...numbers(), s: 0n })],
		['both zero', der(0n, 0n)],
		['r of the order', () => encodeSignature({ ...numbers(), r: n })],
		['s of the order', () => encodeSignature({ ...numbers(), s: n })],
		['both one', der(1n, 1n)],
		['r and s whose sum is the order', () => encodeSignature({ r: numbers().r, s: n - numbers().r })],
		['s negated', () => encodeSignature({ r: numbers().r, s: n - numbers().s })],
		['r and s swapped', () => encodeSignature({ r: numbers().s, s: numbers().r })],
		['s plus the order', () => wide(numbers().r, numbers().s + n)],
		['r plus the order', () => wide(numbers().r + n, numbers().s)],
		['a padded integer', () => wide(numbers().r, numbers().s, 1)],
		['a trailing byte', () => concatBytes(right, Uint8Array.of(0))],
		['a long-form length', () => concatBytes(Uint8Array.of(0x30, 0x81), right.slice(1))],
		['its two numbers raw', () => concatBytes(to32Bytes(numbers().r), to32Bytes(numbers().s))],
	];

	// DER without looking at sizes, as a forger writes it.
	function wide(r: bigint, s: bigint, padding = 0): Uint8Array {
		const integer = (value: bigint) => {
			const hex = value.toString(16);
			const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
			const body = concatBytes(new Uint8Array(((bytes[0] ?? 0) >= 0x80 ? 1 : 0) + padding), bytes);
			return concatBytes(Uint8Array.of(2, body.length), body);
		};
		const body = concatBytes(integer(r), integer(s));
		return concatBytes(Uint8Array.of(0x30, body.length), body);
	}

	const withSignature = (all: readonly MemoryPart[], sig: Uint8Array) => {
		const envelope = JSON.parse(Buffer.from(all[1]?.bytes ?? []).toString());
		const signatures = [{ ...envelope.signatures[0], sig: toBase64(sig) }];
		return all.map((part, at) => (at === 1 ? { ...part, bytes: canonicalJson({ ...envelope, signatures }) } : part));
	};

	it.each(hostile)('by SM2 with %s is refused in a bundle', async (_, forge) => {
		expect(failedIn(await verifyBytes(await pack(withSignature(parts, right))))).toEqual([]);
		const verification = await verifyBytes(await pack(withSignature(parts, forge())));
		expect([verification.verdict, failedIn(verification)]).toEqual(['invalid', ['report.signatures']]);
	});

	it('by Ed25519 with s plus the order is refused in a bundle, with the runtime’s crypto and with ours alone', async () => {
		const report = await reportParts([ed25519]);
		const { signatures } = JSON.parse(Buffer.from(report[1]?.bytes ?? []).toString());
		const sig = fromBase64(signatures[0].sig) ?? new Uint8Array();
		const s = BigInt(`0x${toHex(Uint8Array.from(sig.slice(32)).reverse())}`) + ED25519_ORDER;
		const larger = concatBytes(sig.slice(0, 32), Uint8Array.from(to32Bytes(s)).reverse());
		for (const pureCrypto of [false, true]) {
			const verification = await verifyBytes(await pack(withSignature(report, larger)), { pureCrypto });
			expect(failedIn(verification)).toEqual(['report.signatures']);
		}
	});

	it('over one payload type is none over another: a trust list cannot be passed off as a report', async () => {
		const payload = canonicalJson({});
		const sig = await sm2.sign(preAuthentication(TRUST_PAYLOAD_TYPE, payload));
		const verification = await verifyBytes(await pack(withSignature(parts, sig)));
		expect(failedIn(verification)).toEqual(['report.signatures']);
	});
});

async function listOf(root: TrustRoot, signers: readonly Signer[]) {
	return trustFromFile(await signEnvelope(TRUST_PAYLOAD_TYPE, canonicalJson(root), signers));
}

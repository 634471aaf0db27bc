import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportStatement } from '../../../../contract/report.ts';
import { headerOf } from '../../../../engine/bundle/container/header.ts';
import { preAuthentication } from '../../../../engine/bundle/envelope/envelope.ts';
import { verifyBundle } from '../../../../engine/bundle/index.ts';
import { checkEvidence } from '../../../../engine/bundle/verify/check-evidence.ts';
import { canonicalJson, type Signer, toBase64 } from '../../../../engine/crypto/index.ts';
import { sampleStatement } from '../sample-report.ts';
import {
	failedIn,
	keysOf,
	type MemoryPart,
	makeTrustList,
	NOW,
	pack,
	person,
	receiptPart,
	reportParts,
	reviewPart,
	trusted,
	trustRoot,
	verifyBytes,
	withParts,
} from '../workshop.ts';

const vendor = person('张三');
const lab = person('李四');
const registry = person('registry');
const root = person('root');

/** As small as a full bundle gets, so that every single byte of it can be tried. */
function smallStatement(): ReportStatement {
	const { predicate } = sampleStatement();
	return sampleStatement({
		benchmarks: [],
		order: {},
		tests: predicate.tests.slice(0, 1),
		skippedTests: [],
		result: 'PASSED',
	});
}

/** A bundle with everything in it: report, review, receipt, trust list, evidence. */
async function fullParts(statement = smallStatement()): Promise<MemoryPart[]> {
	const report = await reportParts([vendor], statement);
	const list = await makeTrustList(trustRoot([root], [trusted(lab, ['lab'])]), [root]);
	return withParts(
		report,
		await reviewPart(report, [lab]),
		await receiptPart(report, [registry]),
		...keysOf([lab, registry]),
		{ name: 'trust/0000.dsse.json', bytes: list },
	);
}

/** The same kinds of entry, but short ones and one key for all: the tests that try every byte verify it thousands of times. */
async function tinyParts(): Promise<MemoryPart[]> {
	const { predicate } = sampleStatement();
	const evidence = predicate.evidence.slice(0, 1);
	const host = { ...predicate.host, inventory: null, redactions: [] };
	const none = { tests: [], passedTests: [], skippedTests: [], benchmarks: [], configuration: [], order: {} };
	const report = await reportParts([vendor], sampleStatement({ ...none, evidence, host }));
	const list = await makeTrustList(trustRoot([vendor], []), [vendor]);
	const trust = { name: 'trust/0000.dsse.json', bytes: list };
	return withParts(report, await reviewPart(report, [vendor]), await receiptPart(report, [vendor]), trust);
}

let parts: MemoryPart[] = [];
let tiny: Buffer = Buffer.alloc(0);
let whole: Buffer = Buffer.alloc(0);
beforeAll(async () => {
	parts = await fullParts();
	whole = await pack(parts);
	tiny = await pack(await tinyParts());
});

const verdictOf = async (bytes: Uint8Array) => (await verifyBytes(bytes)).verdict;
const packed = async (change: (parts: MemoryPart[]) => MemoryPart[]) =>
	verifyBytes(await pack(change(parts.map((part) => ({ ...part })))));

describe('a bundle as it was written', () => {
	it('is intact, so that everything below fails for its own reason', async () => {
		const verification = await verifyBytes(whole);
		expect(failedIn(verification)).toEqual([]);
		expect(verification.verdict).toBe('intact');
		expect(await verdictOf(tiny)).toBe('intact');
	});
});

describe('the answer', () => {
	it('does not depend on how the bytes arrive', async () => {
		const expected = await verifyBytes(whole);
		for (const size of [1, 7, 511, 512, 513, 100_000]) {
			async function* source() {
				for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
				yield new Uint8Array(0);
			}
			expect(await verifyBundle(source(), { now: NOW })).toEqual(expected);
		}
	});

	it('rejects, rather than answers, when the source itself fails', async () => {
		async function* source() {
			yield whole.subarray(0, 5000);
			throw new Error('the stick was pulled out');
		}
		await expect(verifyBundle(source())).rejects.toThrow('the stick was pulled out');
	});
});

describe('altered bytes', () => {
	it('are found wherever one byte is flipped in the metadata, and in every blob', async () => {
		const blobs = tiny.indexOf('blobs/sha256/');
		const accepted: number[] = [];
		for (let at = 0; at < tiny.length; at++) {
			// In the blob a byte now and then will do.
			if (at > blobs + 700 && at % 97 !== 0) continue;
			const flipped = Buffer.from(tiny);
			flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
			if ((await verdictOf(flipped)) !== 'invalid') accepted.push(at);
		}
		expect(accepted).toEqual([]);
	});

	it('are found when one byte of any piece of evidence is altered', async () => {
		for (const { name, bytes } of parts.filter((part) => part.name.startsWith('blobs/'))) {
			for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
				const altered = Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 1, at, at + 1);
				expect(failedIn(await packed((all) => replaced(all, { name, bytes: altered })))).toEqual(['evidence.digests']);
			}
		}
	});

	it('are found after any of ten thousand random mutations', async () => {
		const at = fc.nat(tiny.length - 1);
		const mutation = fc.oneof(
			fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
			fc.record({ kind: fc.constant('set' as const), at, byte: fc.nat(255) }),
			fc.record({ kind: fc.constant('cut' as const), at, length: fc.integer({ min: 1, max: 1024 }) }),
			fc.record({ kind: fc.constant('copy' as const), at, from: at, length: fc.integer({ min: 1, max: 1024 }) }),
			fc.record({ kind: fc.constant('insert' as const), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 512 }) }),
			fc.record({ kind: fc.constant('truncate' as const), at }),
			fc.record({
				kind: fc.constant('block' as const),
				one: fc.nat(tiny.length / 512 - 1),
				other: fc.nat(tiny.length / 512 - 1),
			}),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
				const mutated = mutations.reduce<Buffer>(mutate, tiny);
				const verdict = await verdictOf(mutated);
				expect(verdict).toBe(mutated.equals(tiny) ? 'intact' : 'invalid');
			}),
			{ numRuns: 10_000, seed: 20261122 },
		);
	});

	it('are found when the file ends early at every block and around it', async () => {
		for (let end = 0; end < whole.length; end += 512) {
			for (const length of [end - 1, end, end + 1]) {
				if (length < 0 || length >= whole.length) continue;
				expect(await verdictOf(whole.subarray(0, length)), `cut at ${length}`).toBe('invalid');
			}
		}
	});

	it('are found when anything follows the end', async () => {
		for (const tail of [Buffer.from([0]), Buffer.alloc(512), Buffer.alloc(10_240), Buffer.from('junk'), whole]) {
			expect(failedIn(await verifyBytes(Buffer.concat([whole, tail])))).toContain('container.layout');
		}
	});

	it('in a file that is no bundle at all are called that', async () => {
		for (const bytes of [
			Buffer.alloc(0),
			Buffer.from('PK\u0003\u0004'),
			Buffer.alloc(2048),
			Buffer.from('x'.repeat(5000)),
		]) {
			expect(failedIn(await verifyBytes(bytes))).toEqual(['container.format']);
		}
	});
});

describe('altered entries', () => {
	it('are found when any one entry is removed', async () => {
		for (const { name } of parts) {
			const verification = await packed((all) => all.filter((part) => part.name !== name));
			// What somebody else attached can be left out: nothing in the report knows of it.
			const attached = /^(?:trust)\//u.test(name);
			expect(verification.verdict, name).toBe(attached ? 'intact' : 'invalid');
		}
	});

	it('are found when any one entry is there twice', async () => {
		for (const part of parts) {
			expect((await packed((all) => all.flatMap((one) => (one.name === part.name ? [one, one] : [one])))).verdict).toBe(
				'invalid',
			);
		}
	});

	it('are found when any two neighbours change places', async () => {
		for (let at = 0; at + 1 < parts.length; at++) {
			const verification = await packed((all) => {
				const [one, other] = [all[at] as MemoryPart, all[at + 1] as MemoryPart];
				return all.with(at, other).with(at + 1, one);
			});
			expect(verification.verdict, parts[at]?.name).toBe('invalid');
		}
	});

	it.each([
		['a blob that the report does not list', `blobs/sha256/${'0'.repeat(64)}`],
		['a path out of the container', 'blobs/../../etc/passwd'],
		['an absolute path', '/etc/passwd'],
		['a path that is not normal', 'blobs/./sha256/x'],
		['a name in capitals', 'FORMAT'],
		['a name of an unknown kind', 'extra/0000.json'],
		['a name with a line break', 'format\n'],
		['a gap in the numbers', 'attestations/0102.dsse.json'],
		['a key that nothing uses', `certs/${'0'.repeat(64)}.der`],
	])('are found when there is %s', async (_, name) => {
		const added = { name, bytes: vendor.spki };
		expect((await packed((all) => [...all, added])).verdict).toBe('invalid');
		expect((await packed((all) => withParts(all, added))).verdict).toBe('invalid');
	});

	it('are found when a key is carried that no signature uses', async () => {
		const verification = await packed((all) => withParts(all, ...keysOf([person('nobody')])));
		expect(failedIn(verification)).toEqual(['container.layout']);
	});

	it.each([
		['a symbolic link', 156, '2'],
		['a hard link', 156, '1'],
		['a directory', 156, '5'],
		['a pax header', 156, 'x'],
		['a global pax header', 156, 'g'],
		['a GNU long name', 156, 'L'],
		['an old-style file', 156, '\0'],
		['a modification time', 146, '1'],
		['an owner', 114, '1'],
		['an owner’s name', 265, 'root'],
		['another mode', 104, '755'],
		['a name prefix', 345, 'etc'],
		['a link name', 157, 'x'],
		['GNU magic', 257, 'ustar  '],
	])('are found when a header makes its entry %s, its checksum being right', async (_, at, text) => {
		for (let entry = 0; entry < whole.length; ) {
			const size = Number.parseInt(whole.toString('latin1', entry + 124, entry + 135), 8);
			if (Number.isNaN(size)) break;
			const altered = Buffer.from(whole);
			altered.write(text, entry + at, 'latin1');
			rechecksum(altered, entry);
			expect(await verdictOf(altered)).toBe('invalid');
			entry += 512 + Math.ceil(size / 512) * 512;
		}
	});

	it('are found when size fields lie, without reading what they promise', async () => {
		const lies = [8 * 2 ** 30 - 1, 65 * 2 ** 20, 1, 0];
		for (const { name, bytes } of parts) {
			const at = whole.indexOf(Buffer.from(headerOf(name, bytes.length)));
			for (const lie of lies) {
				const altered = Buffer.from(whole);
				Buffer.from(headerOf(name, lie)).copy(altered, at);
				expect(await verdictOf(altered), `${name} ${lie}`).toBe('invalid');
			}
		}
	});

	it('are found when a review or receipt was moved here from another report', async () => {
		const other = await reportParts([vendor], sampleStatement());
		const review = await reviewPart(other, [lab]);
		const receipt = await receiptPart(other, [registry]);
		expect(failedIn(await packed((all) => replaced(all, review)))).toContain('reviews.valid');
		expect(failedIn(await packed((all) => replaced(all, receipt)))).toContain('receipts.valid');
	});
});

describe('an altered envelope', () => {
	const envelopes = ['attestations/0000.dsse.json', 'attestations/0100.dsse.json', 'receipts/0000.dsse.json'];
	const changes: [string, (envelope: Envelope) => unknown][] = [
		['another payload type', (envelope) => ({ ...envelope, payloadType: 'text/plain' })],
		[
			'the trust list’s payload type',
			(envelope) => ({ ...envelope, payloadType: 'application/vnd.shipei.trust+json' }),
		],
		[
			'another key id',
			(envelope) => ({ ...envelope, signatures: [{ ...envelope.signatures[0], keyid: person('x').keyid }] }),
		],
		[
			'the key id of somebody else in the file',
			(envelope) => ({
				...envelope,
				signatures: [
					{ ...envelope.signatures[0], keyid: envelope.signatures[0]?.keyid === lab.keyid ? vendor.keyid : lab.keyid },
				],
			}),
		],
		['no signature', (envelope) => ({ ...envelope, signatures: [] })],
		[
			'its signature twice',
			(envelope) => ({ ...envelope, signatures: [envelope.signatures[0], envelope.signatures[0]] }),
		],
		[
			'a signature too short',
			(envelope) => ({ ...envelope, signatures: [{ ...envelope.signatures[0], sig: 'AAAA' }] }),
		],
		[
			'a signature of zeros',
			(envelope) => ({ ...envelope, signatures: [{ ...envelope.signatures[0], sig: toBase64(new Uint8Array(64)) }] }),
		],
		['a further field', (envelope) => ({ ...envelope, extra: 1 })],
		['an empty payload', (envelope) => ({ ...envelope, payload: '' })],
		[
			'base64 without padding',
			(envelope) => ({
				...envelope,
				signatures: [{ ...envelope.signatures[0], sig: envelope.signatures[0]?.sig.replace(/=+$/u, '') }],
			}),
		],
		[
			'base64 with stray bits',
			(envelope) => ({
				...envelope,
				signatures: [
					{
						...envelope.signatures[0],
						sig: envelope.signatures[0]?.sig.replace(/.==$/u, (end) => `${end[0] === 'B' ? 'C' : 'B'}==`),
					},
				],
			}),
		],
		[
			'base64url',
			(envelope) => ({
				...envelope,
				payload: envelope.payload.replaceAll('+', '-').replaceAll('/', '_').replace('e', '-'),
			}),
		],
		['null', () => null],
		['a number', () => 12],
	];
	it.each(changes)('is refused with %s', async (_, change) => {
		for (const name of envelopes) {
			const verification = await packed((all) =>
				all.map((part) =>
					part.name === name
						? { name, bytes: canonicalJson(change(JSON.parse(Buffer.from(part.bytes).toString()))) }
						: part,
				),
			);
			expect(verification.verdict, name).toBe('invalid');
		}
	});

	it.each([
		['white space', (text: string) => `${text} `],
		['a line break', (text: string) => `${text}\n`],
		['other spacing', (text: string) => JSON.stringify(JSON.parse(text), null, 1)],
		['a key twice', (text: string) => text.replace('{"payload":', '{"payload":"","payload":')],
		[
			'another order of keys',
			(text: string) => text.replace(/^\{("payload":"[^"]*"),("payloadType":"[^"]*"),/u, '{$2,$1,'),
		],
		['an escape in a key', (text: string) => text.replace('"payload"', '"\\u0070ayload"')],
		['a byte-order mark', (text: string) => `\ufeff${text}`],
		['nesting without end', () => '['.repeat(60_000)],
	])('is refused with %s', async (_, change) => {
		for (const name of [...envelopes, 'trust/0000.dsse.json']) {
			const verification = await packed((all) =>
				all.map((part) =>
					part.name === name ? { name, bytes: Buffer.from(change(Buffer.from(part.bytes).toString())) } : part,
				),
			);
			expect(verification.verdict, name).toBe('invalid');
		}
	});

	it('is refused when a second signature by a known key is wrong, although the first is right', async () => {
		const second = person('second', 'sm2-sm3');
		const both = await reportParts([vendor, second], smallStatement());
		const envelope: Envelope = JSON.parse(Buffer.from(both[1]?.bytes ?? []).toString());
		const wrong = await second.sign(Buffer.from('something else'));
		const signatures = envelope.signatures.map((one) =>
			one.keyid === second.keyid ? { ...one, sig: toBase64(wrong) } : one,
		);
		const bytes = await pack(
			both.with(1, { name: 'attestations/0000.dsse.json', bytes: canonicalJson({ ...envelope, signatures }) }),
		);
		expect(failedIn(await verifyBytes(await pack(both)))).toEqual([]);
		expect(failedIn(await verifyBytes(bytes))).toEqual(['report.signatures']);
	});

	it('is refused when it was signed without the pre-authentication encoding', async () => {
		const payload = canonicalJson(smallStatement());
		const plain: Signer = { ...vendor, sign: () => vendor.sign(payload) };
		expect(preAuthentication('http://example.com/HelloWorld', Buffer.from('hello world'))).toEqual(
			new Uint8Array(Buffer.from('DSSEv1 29 http://example.com/HelloWorld 11 hello world')),
		);
		expect(failedIn(await verifyBytes(await pack(await reportParts([plain], smallStatement()))))).toEqual([
			'report.signatures',
		]);
	});
});

describe('a payload that its own signer made wrong', () => {
	const text = () => Buffer.from(canonicalJson(smallStatement())).toString();
	it.each([
		['a key twice', () => text().replace('"schemaVersion":', '"schemaVersion":"0.9.0","schemaVersion":')],
		['a huge number', () => text().replace('"durationMs":1234.5', '"durationMs":1e999')],
		['an integer beyond 2^53', () => text().replace('"events":42', '"events":9007199254740993')],
		['nesting without end', () => text().replace('"order":{}', `"order":${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
		['an unknown field', () => text().replace('"order":{}', '"order":{},"also":1')],
		['a prototype', () => text().replace('"order":{}', '"order":{"__proto__":{"a":1}}')],
		['another predicate', () => text().replace('adaptation-report:v1', 'adaptation-report:v2')],
		['a lone surrogate', () => text().replace('"bootId":"b00t"', '"bootId":"\\ud800"')],
		['no JSON', () => 'hello'],
		[
			'a text of three million characters',
			() => text().replace('"order":{}', `"order":{"remarks":"${'x'.repeat(3_000_000)}"}`),
		],
		[
			'a date of three million digits',
			() =>
				text().replace(
					'"finishedOn":"2026-11-20T02:00:00Z"',
					`"finishedOn":"2026-11-20T02:00:00.${'1'.repeat(3_000_000)}Z"`,
				),
		],
		[
			'a date of a million digits',
			() =>
				text().replace(
					'"finishedOn":"2026-11-20T02:00:00Z"',
					`"finishedOn":"2026-11-20T02:00:00.${'1'.repeat(1_000_000)}X"`,
				),
		],
		[
			'a clock of three million digits',
			() => text().replace('"monotonicNs":"123456789"', `"monotonicNs":"${'1'.repeat(3_000_000)}"`),
		],
		[
			'a clock of a million digits',
			() => text().replace('"monotonicNs":"123456789"', `"monotonicNs":"${'1'.repeat(1_000_000)}x"`),
		],
	])('is refused with %s', async (_, change) => {
		const payload = Buffer.from(change());
		expect(payload.toString()).not.toBe(text());
		const verification = await verifyBytes(await pack(await reportParts([vendor], smallStatement(), payload)));
		expect(failedIn(verification)).toEqual(['report.statement']);
	});
});

describe('evidence that its own signer listed wrong', () => {
	it('is refused when it is more than a verifier will read, before anything of it is read', async () => {
		const [item] = sampleStatement().predicate.evidence;
		const evidence = Array.from({ length: 100_001 }, (_, idx) => ({
			...item,
			digest: { sha256: String(idx).padStart(64, '0'), sm3: '0'.repeat(64) },
		}));
		const nothing = undefined as never;
		const checked = checkEvidence({ predicate: { evidence } } as never, undefined, nothing, {} as never, nothing);
		await expect(checked).rejects.toMatchObject({ check: 'evidence.complete', message: 'more than 100000 blobs' });
	});

	const listing = async (change: Partial<ReportStatement['predicate']['evidence'][number]>, name?: string) => {
		const { predicate } = sampleStatement();
		const evidence = predicate.evidence.with(0, { ...predicate.evidence[0]!, ...change });
		const right = await reportParts([vendor], sampleStatement({ evidence }));
		const bytes = (await reportParts([vendor], sampleStatement())).find((part) =>
			part.name.startsWith('blobs/'),
		)?.bytes;
		const first = right.findIndex((part) => part.name.startsWith('blobs/'));
		const blob = { name: name ?? right[first]!.name, bytes: bytes! };
		return failedIn(await verifyBytes(await pack(right.with(first, blob))));
	};
	const { digest, size } = sampleStatement().predicate.evidence[0]!;

	it('is refused when either digest is not that of the bytes, although the other one is', async () => {
		expect(await listing({})).toEqual([]);
		expect(await listing({ digest: { ...digest, sm3: '0'.repeat(64) } })).toEqual(['evidence.digests']);
		expect(await listing({ digest: { ...digest, sha256: '0'.repeat(64) } })).toEqual(['evidence.digests']);
	});

	it('is refused when the same bytes are listed twice with another SM3 or size', async () => {
		const { evidence } = sampleStatement().predicate;
		const again = (change: object) => ({ ...evidence[0]!, idx: 4, name: 'again.log', ...change });
		const twice = async (change: object) => {
			const statement = sampleStatement({ evidence: [...evidence, again(change)] });
			return failedIn(await verifyBytes(await pack(await reportParts([vendor], statement))));
		};
		expect(await twice({})).toEqual([]);
		expect(await twice({ digest: { ...digest, sm3: '0'.repeat(64) } })).toEqual(['evidence.complete']);
		expect(await twice({ size: size + 1 })).toEqual(['evidence.complete']);
	});

	it('is refused under another name or size', async () => {
		expect(await listing({}, `blobs/sha256/${'0'.repeat(64)}`)).toEqual(['evidence.complete']);
		expect(await listing({ size: size + 1 })).toEqual(['evidence.complete']);
	});
});

describe('a file without end', () => {
	it.each([
		['metadata that is too large', 'timestamps/0000.tsr', 65 * 2 ** 20],
		['evidence that the report does not list', `blobs/sha256/${'0'.repeat(64)}`, 7 * 2 ** 30],
		['evidence of another size', '', 7 * 2 ** 30],
	])('is left after %s was announced', async (_, name, size) => {
		const first = parts.findIndex((part) => part.name.startsWith('blobs/'));
		const known = parts
			.slice(0, first)
			.filter(({ name: entry }) => name !== 'timestamps/0000.tsr' || !/^trust/u.test(entry));
		const before = (await pack(known)).subarray(0, -1024);
		let handed = 0;
		async function* endless() {
			yield before;
			yield Buffer.from(headerOf(name === '' ? parts[first]!.name : name, size));
			for (;;) {
				handed += 65_536;
				yield Buffer.alloc(65_536);
			}
		}
		const verification = await verifyBundle(endless(), { now: NOW });
		expect(verification.verdict).toBe('invalid');
		expect(handed).toBeLessThan(2 ** 20);
	});
});

interface Envelope {
	payload: string;
	payloadType: string;
	signatures: { keyid: string; sig: string }[];
}

type Mutation =
	| { kind: 'flip'; at: number; bit: number }
	| { kind: 'set'; at: number; byte: number }
	| { kind: 'cut'; at: number; length: number }
	| { kind: 'copy'; at: number; from: number; length: number }
	| { kind: 'insert'; at: number; bytes: Uint8Array }
	| { kind: 'truncate'; at: number }
	| { kind: 'block'; one: number; other: number };

function mutate(bytes: Buffer, mutation: Mutation): Buffer {
	const copy = Buffer.from(bytes);
	switch (mutation.kind) {
		case 'flip':
			if (mutation.at < copy.length) copy[mutation.at] = (copy[mutation.at] ?? 0) ^ (1 << mutation.bit);
			return copy;
		case 'set':
			if (mutation.at < copy.length) copy[mutation.at] = mutation.byte;
			return copy;
		case 'cut':
			return Buffer.concat([copy.subarray(0, mutation.at), copy.subarray(mutation.at + mutation.length)]);
		case 'copy':
			copy.copyWithin(mutation.at, mutation.from, mutation.from + mutation.length);
			return copy;
		case 'insert':
			return Buffer.concat([copy.subarray(0, mutation.at), mutation.bytes, copy.subarray(mutation.at)]);
		case 'truncate':
			return copy.subarray(0, mutation.at);
		case 'block':
			copy.set(
				bytes.subarray(mutation.other * 512, mutation.other * 512 + 512).subarray(0, room(copy, mutation.one)),
				Math.min(mutation.one * 512, copy.length),
			);
			copy.set(
				bytes.subarray(mutation.one * 512, mutation.one * 512 + 512).subarray(0, room(copy, mutation.other)),
				Math.min(mutation.other * 512, copy.length),
			);
			return copy;
	}
}

function room(bytes: Uint8Array, block: number): number {
	return Math.max(0, bytes.length - block * 512);
}

function replaced(all: readonly MemoryPart[], part: MemoryPart): MemoryPart[] {
	return all.map((one) => (one.name === part.name ? part : one));
}

function rechecksum(bytes: Buffer, at: number): void {
	bytes.write(' '.repeat(8), at + 148);
	const sum = bytes.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
	bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148);
}

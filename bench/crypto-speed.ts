// `node bench/crypto-speed.ts`: how fast bundles are verified and SM2 signs, as ratios against node:crypto on the same
// machine where there is one. Ends with 1 when a promise is not met.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { buildBundle, verifyBundle } from '../engine/bundle/index.ts';
import { toInteger } from '../engine/crypto/bytes/integer.ts';
import { createDigest, generateKey, hasNativeSm3, signerFromKey } from '../engine/crypto/index.ts';
import { messageDigest, signDigest, verifyDigest } from '../engine/crypto/sm2/sm2.ts';
import { sampleStatement } from '../tests/engine/bundle/sample-report.ts';

const ROUNDS = 5;
const MEBIBYTE = 2 ** 20;
const SIZE = 100 * MEBIBYTE;
const evidence = Buffer.alloc(SIZE, Buffer.from('适配台 evidence '));
let met = true;

const folder = await mkdtemp(join(tmpdir(), 'shipei-bench-'));
try {
	if (hasNativeSm3) await verification();
	else console.log('verification: no SM3 in node:crypto here, so there is nothing to compare with');
	sm2();
} finally {
	await rm(folder, { recursive: true });
}
process.exitCode = met ? 0 : 1;

/** Verifying 100 MiB of evidence against hashing it once with SHA-256 and once with SM3 in node:crypto. */
async function verification(): Promise<void> {
	const file = join(folder, 'bench.xcr');
	await buildBundle({ ...(await request()), out: file });
	const hashing = () => {
		for (const name of ['sha256', 'sm3']) {
			const hash = createHash(name);
			for (let at = 0; at < SIZE; at += MEBIBYTE) hash.update(evidence.subarray(at, at + MEBIBYTE));
			hash.digest();
		}
	};
	const times = { hashing: [] as number[], verify: [] as number[], pure: [] as number[] };
	// Taken in turns, so that a busy moment of the machine does not fall on one of them only.
	for (let round = 0; round < ROUNDS; round++) {
		times.hashing.push(await timed(hashing));
		times.verify.push(await timed(() => verified(file, false)));
		times.pure.push(await timed(() => verified(file, true)));
	}
	const base = median(times.hashing);
	console.log(`hashing 100 MiB with sha256 and sm3 in node:crypto: ${base.toFixed(0)} ms`);
	promise('verify 100 MiB of evidence', median(times.verify) / base, 1.6, '≤');
	promise('verify 100 MiB of evidence, SM3 in TypeScript', median(times.pure) / base, 4, '≤');
}

async function request() {
	const digest = createDigest();
	digest.update(evidence);
	const taken = digest.digest();
	const item = {
		idx: 0,
		name: 'evidence',
		mediaType: 'application/octet-stream',
		size: SIZE,
		digest: taken,
		role: 'other' as const,
	};
	const statement = sampleStatement({ evidence: [item], tests: [], passedTests: [], skippedTests: [], benchmarks: [] });
	const signers = [generateKey('sm2-sm3'), generateKey('ed25519')].map(signerFromKey);
	return { statement, signers, blobs: [{ digest: taken, size: SIZE, open: () => [evidence] }] };
}

async function verified(file: string, pureCrypto: boolean): Promise<void> {
	const { verdict } = await verifyBundle(file, { pureCrypto });
	if (verdict !== 'intact') throw new Error(`The bundle should be intact, not ${verdict}.`);
}

/** SM2 in TypeScript over messages of 2 KiB. */
function sm2(): void {
	const { secret, publicKey } = generateKey('sm2-sm3');
	const number = toInteger(secret);
	const message = Buffer.alloc(2048, 7);
	const digest = messageDigest(publicKey.raw, message);
	const signature = signDigest(digest, number);
	promise(
		'SM2 signatures a second of processor time',
		rate(200, () => signDigest(messageDigest(publicKey.raw, message), number)),
		800,
		'≥',
	);
	promise(
		'SM2 verifications a second of processor time',
		rate(60, () => verifyDigest(messageDigest(publicKey.raw, message), signature, publicKey.raw)),
		200,
		'≥',
	);
}

// By processor time: other programs on the machine must not decide whether a promise is met.
function rate(count: number, action: () => unknown): number {
	const rates = Array.from({ length: ROUNDS }, () => {
		const start = cpuUsage();
		for (let done = 0; done < count; done++) action();
		const { user, system } = cpuUsage(start);
		return (count * 1e6) / (user + system);
	});
	return median(rates);
}

async function timed(action: () => unknown): Promise<number> {
	const start = performance.now();
	await action();
	return performance.now() - start;
}

function median(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function promise(what: string, found: number, bound: number, sign: '≤' | '≥'): void {
	const holds = sign === '≤' ? found <= bound : found >= bound;
	met &&= holds;
	console.log(`${holds ? 'met   ' : 'MISSED'} ${what}: ${found.toFixed(2)} (${sign} ${bound})`);
}

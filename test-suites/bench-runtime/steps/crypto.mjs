#!/usr/bin/env node
// Ciphers and digests of this runtime's own cryptographic library, 16 KiB at a time; it may use the CPU's instructions.
import { createCipheriv, createHash, getCiphers, getHashes } from 'node:crypto';
import { check, report, unitsPerSecond, unsupported } from './report.mjs';

const SIZE = 16_384;
const data = Buffer.alloc(SIZE, 'Shipei');
const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

// Known answers: FIPS 180-4 and GB/T 32905 for "abc", GB/T 32907 example 1, and NIST GCM test case 1 (AES-256: case 13).
const KERNELS = {
	sha256: digest('sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
	sm3: digest('sm3', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'),
	sm4: { known: knownSm4, names: () => getCiphers().includes('sm4-cbc'), unit: () => encrypt('sm4-cbc', key, key) },
	aes256gcm: {
		known: knownGcm,
		names: () => getCiphers().includes('aes-256-gcm'),
		unit: () => encrypt('aes-256-gcm', Buffer.concat([key, key]), key.subarray(0, 12)),
	},
};

const kernel = KERNELS[process.argv[2] ?? ''];
if (kernel === undefined) throw new Error(`expected one of ${Object.keys(KERNELS).join(' ')}`);
if (!kernel.names()) unsupported(`${process.argv[2]}: the library of this runtime does not have it`);
kernel.known();
report({ value: SIZE * (await unitsPerSecond(kernel.unit, { seconds: Number(process.argv[3] ?? 1.5) })) });

function digest(name, expected) {
	return {
		known: () => check(name, createHash(name).update('abc').digest('hex'), expected),
		names: () => getHashes().includes(name),
		unit: () => createHash(name).update(data).digest(),
	};
}

function encrypt(cipher, secret, iv) {
	const running = createCipheriv(cipher, secret, iv);
	return Buffer.concat([running.update(data), running.final()]);
}

function knownSm4() {
	const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
	const found = Buffer.concat([cipher.update(key), cipher.final()]).toString('hex');
	check('sm4', found, '681edf34d206965e86b3e94f536e4246');
}

function knownGcm() {
	const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
	cipher.final();
	check('aes-256-gcm', cipher.getAuthTag().toString('hex'), '530f8afbc74536b9a963b4f1c4cb738b');
}

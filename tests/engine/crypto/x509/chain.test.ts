import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPem } from '../../../../engine/crypto/keys/pem.ts';
import { portablePrimitives } from '../../../../engine/crypto/sign/portable-primitives.ts';
import { readCertificate } from '../../../../engine/crypto/x509/certificate.ts';
import { chainState, readChain } from '../../../../engine/crypto/x509/chain.ts';
import { hasOpenssl, openssl } from '../openssl.ts';
import { makeChain } from '../openssl-chain.ts';

describe.skipIf(!hasOpenssl)('SM2 certificates made by openssl (skipped where openssl or its SM2 is missing)', () => {
	let dir = '';
	let leaf: Uint8Array = new Uint8Array();
	let ca: Uint8Array = new Uint8Array();
	beforeAll(async () => {
		dir = await mkdtemp(join(tmpdir(), 'shipei-x509-'));
		await makeChain(dir);
		leaf = await der('leaf.crt');
		ca = await der('ca.crt');
	});
	afterAll(async () => {
		await rm(dir, { recursive: true });
	});
	const der = async (name: string) => readPem(await readFile(join(dir, name), 'utf8'))[0]?.bytes ?? new Uint8Array();
	const stateOf = (...parts: Uint8Array[]) => {
		const chain = readChain(Buffer.concat(parts));
		return chain === undefined ? 'unreadable' : chainState(portablePrimitives, chain);
	};

	it('are read: who, by whom, when, and which key', async () => {
		openssl(dir, 'pkey', '-in', 'leaf.key', '-pubout', '-outform', 'DER', '-out', 'leaf.spki');
		const certificate = readCertificate(leaf);
		expect(certificate).toMatchObject({
			subject: 'C=CN, O=某测试中心, CN=李四',
			issuer: 'C=CN, O=测试 CA',
			entitlement: { mayIssue: false, maySign: true, understood: true },
		});
		expect(readCertificate(ca)?.entitlement.mayIssue).toBe(true);
		expect(Buffer.from(certificate?.publicKey.spki ?? [])).toEqual(await readFile(join(dir, 'leaf.spki')));
		const serial = openssl(dir, 'x509', '-in', 'leaf.crt', '-noout', '-serial').out.trim();
		expect(`serial=${certificate?.serial.toUpperCase().padStart(serial.length - 7, '0')}`).toBe(serial);
	});

	it('form a chain that our SM2 verifies, and that openssl verifies with the same user id', () => {
		expect(stateOf(leaf, ca)).toBe('complete');
		expect(stateOf(leaf)).toBe('open');
		const check = ['-vfyopt', 'distid:1234567812345678', '-CAfile', 'ca.crt', 'leaf.crt'];
		expect(openssl(dir, 'verify', ...check).ok).toBe(true);
	});

	it('form no chain in the wrong order, with a stranger, or when a leaf issues', async () => {
		await makeChain(dir, 'other-');
		expect(stateOf(ca, leaf)).toBe('broken');
		expect(stateOf(leaf, await der('other-ca.crt'))).toBe('broken');
		expect(stateOf(leaf, leaf)).toBe('broken');
		expect(stateOf(leaf, ca, new Uint8Array([0]))).toBe('unreadable');
		expect(stateOf()).toBe('unreadable');
	});

	it.each([
		['an end certificate for encryption', { leaf: 'keyUsage=critical,keyEncipherment\n' }],
		['an end certificate with a condition that we do not know', { leaf: '1.2.3.4=critical,ASN1:NULL\n' }],
		['an issuer that may sign no certificates', { ca: ['keyUsage=critical,digitalSignature'] }],
		[
			'an issuer for certain names only',
			{ ca: ['keyUsage=critical,keyCertSign', 'nameConstraints=critical,permitted;DNS:a.cn'] },
		],
	])('form no chain with %s', async (_, extensions) => {
		const prefix = 'limited-';
		await makeChain(dir, prefix, extensions);
		expect(stateOf(await der(`${prefix}leaf.crt`), await der(`${prefix}ca.crt`))).toBe('broken');
	});

	it('form no chain below an issuer that may have none below it', () => {
		const [first, second] = [readCertificate(leaf)!, readCertificate(ca)!];
		const bounded = (pathLength: number) => ({ ...second, entitlement: { ...second.entitlement, pathLength } });
		expect(chainState(portablePrimitives, [first, bounded(0)])).toBe('complete');
		expect(chainState(portablePrimitives, [first, second, bounded(1)])).toBe('complete');
		expect(chainState(portablePrimitives, [first, second, bounded(0)])).toBe('broken');
	});

	it('are refused after any one byte of the chain was altered (every third one unless SHIPEI_LONG_TESTS=1)', () => {
		const chain = Buffer.concat([leaf, ca]);
		const accepted: number[] = [];
		// Every byte with SHIPEI_LONG_TESTS=1, else every third: each costs two SM2 verifications.
		const step = process.env.SHIPEI_LONG_TESTS === '1' ? 1 : 3;
		for (let at = 0; at < chain.length; at += step) {
			const altered = Buffer.from(chain);
			altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
			if (stateOf(altered) === 'complete') accepted.push(at);
		}
		expect(accepted).toEqual([]);
	});

	it('on another curve are not taken', async () => {
		openssl(
			dir,
			'req',
			'-x509',
			'-newkey',
			'ec',
			'-pkeyopt',
			'ec_paramgen_curve:P-256',
			'-nodes',
			'-keyout',
			'p.key',
			'-out',
			'p.crt',
			'-subj',
			'/CN=x',
		);
		expect(readCertificate(await der('p.crt'))).toBeUndefined();
		await writeFile(join(dir, 'none'), '');
	});
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrustedKey } from '../../../../contract/trust.ts';
import { readChain, readPem, readPrivateKey, signerFromKey, toBase64 } from '../../../../engine/crypto/index.ts';
import { hasOpenssl } from '../../crypto/openssl.ts';
import { makeChain } from '../../crypto/openssl-chain.ts';
import {
	failedIn,
	type MemoryPart,
	type Person,
	pack,
	reportParts,
	trusted,
	trustOf,
	verifyBytes,
} from '../workshop.ts';

describe.skipIf(!hasOpenssl)('a certificate revoked by its serial number (skipped where openssl lacks SM2)', () => {
	let lab: Person;
	let leaf: Uint8Array;
	let serials: readonly string[] = [];
	let withChain: MemoryPart[] = [];
	let bare: MemoryPart[] = [];

	beforeAll(async () => {
		const dir = await mkdtemp(join(tmpdir(), 'shipei-serial-'));
		await makeChain(dir);
		const text = async (name: string) => readFile(join(dir, name), 'utf8');
		lab = { ...signerFromKey(await readPrivateKey(await text('leaf.key'))), name: '李四' };
		const [own, ca] = readPem((await text('leaf.crt')) + (await text('ca.crt')));
		leaf = own?.bytes ?? new Uint8Array();
		const chain = Buffer.concat([leaf, ca?.bytes ?? new Uint8Array()]);
		serials = readChain(chain)?.map(({ serial }) => serial) ?? [];
		bare = await reportParts([lab]);
		await rm(dir, { recursive: true });
		withChain = bare.map((part) => (part.name.startsWith('certs/') ? { ...part, bytes: chain } : part));
	});

	const failures = async (parts: readonly MemoryPart[], certSerial: string, entry: Partial<TrustedKey> = {}) => {
		const revoked = [{ certSerial, since: '2026-11-01T00:00:00Z', reason: '吊销', compromised: false }];
		const trust = await trustOf([trusted(lab, ['lab'], entry)], revoked);
		return failedIn(await verifyBytes(await pack(parts), { trust }));
	};

	it('voids what its key signs from then on, whether it is the signer’s own or its issuer’s', async () => {
		expect(serials).toHaveLength(2);
		for (const serial of serials) expect(await failures(withChain, serial)).toEqual(['trust.signer', 'trust.revoked']);
		expect(await failures(withChain, `00${serials[0]}`)).toEqual(['trust.signer', 'trust.revoked']);
		expect(await failures(withChain, 'abc123')).toEqual([]);
	});

	it('is not escaped by leaving the certificate out of the file, where the list knows it', async () => {
		expect(await failures(bare, serials[0] ?? '', { x509: toBase64(leaf) })).toEqual(['trust.signer', 'trust.revoked']);
		expect(await failures(bare, serials[0] ?? '')).toEqual([]);
	});
});

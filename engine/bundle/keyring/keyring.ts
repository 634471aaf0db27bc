import { ShipeiError } from '../../../contract/errors.ts';
import type { KeyInfo, KeyOwner } from '../../../contract/key.ts';
import {
	chainState,
	fromBase64,
	generateKey,
	nodePrimitives,
	type PrivateKey,
	readChain,
	readPem,
	readPrivateKey,
	readPublicKey,
	type Signer,
	type Suite,
	signerFromKey,
	toBase64,
	writePrivateKey,
	writePublicKey,
} from '../../crypto/index.ts';
import { hasFile, keyFile, readKeyFile, readRecords, writePrivateFile } from './key-files.ts';
import type { KeyRecord } from './key-record.ts';

export interface NewKey {
	/** Folder of the keys; made when it is not there, readable by its owner only. */
	readonly dir: string;
	/** One key for each: a person who signs with both has both in one envelope. */
	readonly suites: readonly Suite[];
	readonly owner: KeyOwner;
	/** null: the files are protected by their mode only. */
	readonly passphrase: string | null;
	readonly now: Date;
}

/** Makes keys and keeps them as PKCS #8 files. Errors: key.empty-passphrase, key.not-writable. */
export async function createKey({ suites, ...rest }: NewKey): Promise<readonly KeyInfo[]> {
	const made: KeyInfo[] = [];
	for (const suite of new Set(suites)) made.push(await keepKey(generateKey(suite), rest));
	return made;
}

/**
 * Takes a private key that was made elsewhere (PEM: PKCS #8, or an SM2 EC key) into the folder, under the same
 * passphrase. What is on record of a key stays: only a private part that was lost is put back. Errors: key.not-a-key,
 * key.unsupported, key.passphrase-needed, key.wrong-passphrase, key.exists, key.not-writable.
 */
export async function importKey(pem: string, { suites: _, ...rest }: NewKey): Promise<KeyInfo> {
	const key = await readPrivateKey(pem, rest.passphrase ?? undefined);
	const { keyid } = key.publicKey;
	const known = (await readRecords(rest.dir)).find((record) => record.keyid === keyid);
	if (known === undefined) return keepKey(key, rest);
	if (await hasFile(rest.dir, keyFile(rest.dir, keyid, 'pem'))) {
		const { orgName, person } = known.owner;
		throw new ShipeiError('key.exists', { key: keyid, owner: [orgName, person].filter(Boolean).join(' · ') });
	}
	await writePrivateFile(rest.dir, keyFile(rest.dir, keyid, 'pem'), await writePrivateKey(key, rest.passphrase));
	return infoOf(rest.dir, known);
}

/**
 * The private key as PEM under a passphrase: its own, or for a key that has none the one given. Errors: key.not-found,
 * key.ambiguous, key.empty-passphrase, key.wrong-passphrase, key.not-readable, key.mismatch.
 */
export async function backUpKey(dir: string, key: string, passphrase: string): Promise<string> {
	if (passphrase === '') throw new ShipeiError('key.empty-passphrase');
	const { keyid, owner } = await findRecord(dir, key);
	const pem = await writePrivateKey(await openPrivateKey(dir, keyid, passphrase), passphrase);
	// Text before the block is skipped by whoever reads it (RFC 7468), and tells people what they hold. A name must not
	// look like a block.
	const name = [owner.orgName, owner.person]
		.filter(Boolean)
		.join(' · ')
		.replace(/\s+|--+/gu, ' ');
	return ['Shipei private key', keyid, name, pem].join('\n');
}

async function keepKey(key: PrivateKey, { dir, owner, passphrase, now }: Omit<NewKey, 'suites'>): Promise<KeyInfo> {
	const { keyid, suite, spki } = key.publicKey;
	const record: KeyRecord = {
		...{ schema: 'shipei.key/1', keyid, suite, owner },
		createdOn: now.toISOString(),
		spki: toBase64(spki),
		retiredOn: null,
	};
	await writePrivateFile(dir, keyFile(dir, keyid, 'pem'), await writePrivateKey(key, passphrase));
	await writeRecord(dir, record);
	return infoOf(dir, record);
}

export async function listKeys(dir: string): Promise<readonly KeyInfo[]> {
	return Promise.all((await readRecords(dir)).map((record) => infoOf(dir, record)));
}

/** A key by its id or a unique beginning of it, with or without `sm3:`. Errors: key.not-found, key.ambiguous. */
export async function showKey(dir: string, key: string): Promise<KeyInfo> {
	return infoOf(dir, await findRecord(dir, key));
}

/** The public key as PEM. */
export async function exportPublic(dir: string, key: string): Promise<string> {
	const record = await findRecord(dir, key);
	const spki = fromBase64(record.spki);
	const publicKey = spki === undefined ? undefined : readPublicKey(spki);
	if (publicKey === undefined) throw new ShipeiError('key.unsupported');
	return writePublicKey(publicKey);
}

/**
 * Opens a key for signing. Errors: key.not-found, key.ambiguous, key.passphrase-needed, key.wrong-passphrase,
 * key.not-readable, key.mismatch, key.retired.
 */
export async function openSigner(dir: string, key: string, passphrase?: string): Promise<Signer> {
	const record = await findRecord(dir, key);
	if (record.retiredOn !== null) throw new ShipeiError('key.retired', { key: record.keyid, on: record.retiredOn });
	return signerFromKey(await openPrivateKey(dir, record.keyid, passphrase));
}

/** Marks a key as no longer used; its files stay, so that what it signed can still be looked up. */
export async function retireKey(dir: string, key: string, now: Date): Promise<KeyInfo> {
	const record = await findRecord(dir, key);
	const retired = { ...record, retiredOn: record.retiredOn ?? now.toISOString() };
	await writeRecord(dir, retired);
	return infoOf(dir, retired);
}

/**
 * Keeps a certificate chain (PEM, leaf first) beside its key, so that reports carry it. Errors: key.not-found,
 * key.ambiguous, key.bad-chain.
 */
export async function importChain(dir: string, key: string, pem: string): Promise<KeyInfo> {
	const record = await findRecord(dir, key);
	const chain = chainIn(pem);
	if (chain?.[0].publicKey.keyid !== record.keyid || chainState(nodePrimitives(), chain) === 'broken') {
		throw new ShipeiError('key.bad-chain', { key: record.keyid });
	}
	await writePrivateFile(dir, keyFile(dir, record.keyid, 'crt'), pem);
	return infoOf(dir, record);
}

/** The certificate chains of these keys, leaf first, DER: what buildBundle and addReview put into the file. */
export async function chainsOf(
	dir: string,
	signers: readonly Signer[],
): Promise<ReadonlyMap<string, readonly Uint8Array[]>> {
	const chains = new Map<string, readonly Uint8Array[]>();
	for (const { keyid } of signers) {
		const path = keyFile(dir, keyid, 'crt');
		if (!(await hasFile(dir, path))) continue;
		const chain = chainIn(await readKeyFile(path));
		if (chain?.[0].publicKey.keyid !== keyid) throw new ShipeiError('key.bad-chain', { key: keyid });
		chains.set(
			keyid,
			chain.map(({ der }) => der),
		);
	}
	return chains;
}

async function openPrivateKey(dir: string, keyid: string, passphrase: string | undefined): Promise<PrivateKey> {
	const key = await readPrivateKey(await readKeyFile(keyFile(dir, keyid, 'pem')), passphrase);
	if (key.publicKey.keyid !== keyid) throw new ShipeiError('key.mismatch', { key: keyid });
	return key;
}

function chainIn(pem: string) {
	const certificates = readPem(pem).filter(({ label }) => label === 'CERTIFICATE');
	return readChain(Buffer.concat(certificates.map(({ bytes }) => bytes)));
}

async function findRecord(dir: string, key: string): Promise<KeyRecord> {
	const found = (await readRecords(dir)).filter(
		({ keyid }) => keyid.startsWith(key) || keyid.slice(keyid.indexOf(':') + 1).startsWith(key),
	);
	const [only] = found;
	if (only === undefined) throw new ShipeiError('key.not-found', { key });
	if (found.length > 1) throw new ShipeiError('key.ambiguous', { key, count: found.length });
	return only;
}

async function writeRecord(dir: string, record: KeyRecord): Promise<void> {
	await writePrivateFile(dir, keyFile(dir, record.keyid, 'json'), `${JSON.stringify(record, null, '\t')}\n`);
}

async function infoOf(dir: string, record: KeyRecord): Promise<KeyInfo> {
	const { schema: _, ...rest } = record;
	const file = keyFile(dir, record.keyid, 'pem');
	return { ...rest, file, certified: await hasFile(dir, keyFile(dir, record.keyid, 'crt')) };
}

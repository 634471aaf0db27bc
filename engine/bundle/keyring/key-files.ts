import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import { parseStrictJson } from '../../crypto/index.ts';
import { type KeyRecord, keyRecordSchema } from './key-record.ts';

/** The files of one key: `sm3-….pem` (private), `sm3-….json` (record), `sm3-….crt` (X.509 chain, PEM, optional). */
export function keyFile(dir: string, keyid: string, kind: 'pem' | 'json' | 'crt'): string {
	return join(dir, `${keyid.replace(':', '-')}.${kind}`);
}

/** Every record of the folder, by creation; a folder that is not there yet holds none. Files of others are passed over. */
export async function readRecords(dir: string): Promise<readonly KeyRecord[]> {
	const names = (await namesIn(dir)).filter((name) => /^(?:sm3|sha256)-[0-9a-f]{64}\.json$/u.test(name));
	const records = await Promise.all(names.map((name) => readRecord(join(dir, name))));
	return records.sort((one, other) => (one.createdOn + one.keyid < other.createdOn + other.keyid ? -1 : 1));
}

export async function readKeyFile(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		throw new ShipeiError('key.not-readable', { path, reason: reasonOf(cause) }, { cause });
	}
}

/** Writes a file for its owner only, whole or not at all. */
export async function writePrivateFile(dir: string, path: string, text: string): Promise<void> {
	const temporary = `${path}.${randomBytes(6).toString('hex')}.partial`;
	try {
		await mkdir(dir, { recursive: true, mode: 0o700 });
		const handle = await open(temporary, 'wx', 0o600);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, path);
	} catch (cause) {
		await rm(temporary, { force: true });
		throw new ShipeiError('key.not-writable', { path: dir, reason: reasonOf(cause) }, { cause });
	}
}

export async function hasFile(dir: string, path: string): Promise<boolean> {
	return (await namesIn(dir)).some((name) => join(dir, name) === path);
}

async function readRecord(path: string): Promise<KeyRecord> {
	const json = parseStrictJson(Buffer.from(await readKeyFile(path)));
	const read = keyRecordSchema.safeParse('problem' in json ? undefined : json.value);
	if (!read.success) throw new ShipeiError('key.not-readable', { path, reason: 'format' });
	return read.data;
}

async function namesIn(dir: string): Promise<readonly string[]> {
	try {
		return await readdir(dir);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw new ShipeiError('key.not-readable', { path: dir, reason: reasonOf(cause) }, { cause });
	}
}

function reasonOf(cause: unknown): string {
	const { code, message } = cause as NodeJS.ErrnoException;
	return code ?? message;
}

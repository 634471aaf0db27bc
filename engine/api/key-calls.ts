import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { KeyInfo, KnownKey } from '../../contract/key.ts';
import type { Handlers } from '../../contract/methods.ts';
import {
	backUpKey,
	createKey,
	exportPublic,
	importChain,
	importKey,
	listKeys,
	retireKey,
	showKey,
} from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { keyRecords } from './key-records.ts';
import type { KEY_CALLS } from './late-calls.ts';
import { readBytes } from './trust-file.ts';

type Calls = Pick<Handlers, (typeof KEY_CALLS)[number]>;

/** Private keys are files of their own, never in the database. */
export function keyFolder(dataDirectory: string): string {
	return join(dataDirectory, 'keys');
}

export function keyCalls(parts: {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly now: () => Date;
}): Calls {
	const { store, now } = parts;
	const dir = keyFolder(parts.dataDirectory);
	const knowing = () => {
		const records = keyRecords(store);
		return (key: KeyInfo): KnownKey => ({ ...key, ...records(key.keyid) });
	};
	return {
		'key.list': async () => (await listKeys(dir)).map(knowing()),
		'key.show': async ({ keyid }) => knowing()(await showKey(dir, keyid)),
		async 'key.create'({ owner, suites, passphrase }) {
			const made = await createKey({ dir, owner, suites, passphrase: passphrase ?? null, now: now() });
			store.append(...made.map((key) => ({ type: 'key.created' as const, ...factOf(key) })));
			return [...made];
		},
		async 'key.import'({ file, pem, owner, passphrase = null }) {
			const text = file === undefined ? (pem ?? '') : Buffer.from(readBytes(file)).toString('latin1');
			const key = await importKey(text, { dir, owner, suites: [], passphrase, now: now() });
			store.append({ type: 'key.imported', ...factOf(key) });
			return key;
		},
		async 'key.backUp'({ keyid, passphrase, out }) {
			const { keyid: id } = await showKey(dir, keyid);
			const pem = await backUpKey(dir, id, passphrase);
			// Never over another file: it may be the only copy of another key.
			if (out !== undefined) writeNewFile(out, pem, { mode: 0o600, flag: 'wx' });
			store.append({ type: 'key.backedUp', keyid: id });
			return { pem, file: out ?? null };
		},
		'key.certify': ({ keyid, file }) => importChain(dir, keyid, Buffer.from(readBytes(file)).toString('latin1')),
		async 'key.exportPublic'({ keyid, out }) {
			const pem = await exportPublic(dir, keyid);
			if (out !== undefined) writeNewFile(out, pem);
			return { pem, file: out ?? null };
		},
		async 'key.retire'({ keyid }) {
			const key = await retireKey(dir, keyid, now());
			store.append({ type: 'key.retired', keyid: key.keyid });
			return key;
		},
	};
}

function factOf({ keyid, suite, owner }: KeyInfo) {
	return { keyid, suite, owner: owner.orgName };
}

function writeNewFile(file: string, text: string, options: { mode?: number; flag?: string } = {}): void {
	try {
		writeFileSync(file, text, options);
	} catch (error) {
		throw new ShipeiError(
			'call.unwritable-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}

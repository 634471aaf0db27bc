import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { KeyInfo } from '../../contract/key.ts';
import type { Handlers } from '../../contract/methods.ts';
import { createKey, exportPublic, importChain, importKey, listKeys, retireKey, showKey } from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
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
	return {
		'key.list': async () => [...(await listKeys(dir))],
		'key.show': ({ keyid }) => showKey(dir, keyid),
		async 'key.create'({ owner, suites, passphrase }) {
			const made = await createKey({ dir, owner, suites, passphrase: passphrase ?? null, now: now() });
			store.append(...made.map(createdFact));
			return [...made];
		},
		async 'key.import'({ file, owner, passphrase = null }) {
			const pem = Buffer.from(readBytes(file)).toString('latin1');
			const key = await importKey(pem, { dir, owner, suites: [], passphrase, now: now() });
			store.append(createdFact(key));
			return key;
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

function createdFact(key: KeyInfo) {
	return { type: 'key.created' as const, keyid: key.keyid, suite: key.suite, owner: key.owner.orgName };
}

function writeNewFile(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new ShipeiError(
			'call.unwritable-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}

import { ShipeiError } from '../../contract/errors.ts';
import type { Handlers, Output } from '../../contract/methods.ts';
import {
	draftList,
	enrolKey,
	listKeys,
	readLastList,
	readUnfinished,
	revokeOnList,
	shownUnfinished,
	signList,
	type TrustList,
	type UnfinishedList,
} from '../bundle/index.ts';
import type { Store } from '../store/index.ts';
import { keyFolder } from './key-calls.ts';
import type { TRUST_AUTHOR_CALLS } from './late-calls.ts';
import { publicKeyNamed } from './named-public-key.ts';
import { openSigners } from './signing.ts';
import { readBytes } from './trust-file.ts';
import { writeDocument } from './write-document.ts';

type Calls = Pick<Handlers, (typeof TRUST_AUTHOR_CALLS)[number]>;

/** What the publisher of a trust list does: draft it, put keys and revocations on it, have it signed by one after another. */
export function trustAuthorCalls(parts: {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly now: () => Date;
}): Calls {
	const { store, now } = parts;
	const dir = keyFolder(parts.dataDirectory);
	const view = (file: string, bytes: Uint8Array, after: TrustList | null): Output<'trust.inspect'> => ({
		file,
		...shownUnfinished(readUnfinished(bytes), after, now()),
	});
	const written = (file: string, root: UnfinishedList['root']) => {
		const bytes = Buffer.from(`${JSON.stringify(root, null, '\t')}\n`);
		writeDocument(file, bytes);
		return view(file, bytes, null);
	};
	return {
		'trust.inspect': ({ file, after }) => view(file, readBytes(file), listBefore(after)),
		async 'trust.draft'({ out, after, rootKeys, threshold, expires }) {
			const keys = await Promise.all(rootKeys.map((name) => publicKeyNamed(dir, name)));
			const before = listBefore(after)?.root ?? null;
			return written(
				out,
				draftList({ after: before, rootKeys: keys.map(({ key }) => key), threshold, expires, now: now() }),
			);
		},
		async 'trust.enrol'({ file, key: name, ...entry }) {
			const draft = draftIn(file);
			return written(file, enrolKey(draft, { ...entry, ...(await publicKeyNamed(dir, name)) }));
		},
		'trust.revoke'({ file, keyid, since = now().toISOString(), ...entry }) {
			const draft = draftIn(file);
			const named = keyid === undefined ? {} : { keyid: keyOnList(draft, keyid) };
			return written(file, revokeOnList(draft, { ...entry, ...named, since }));
		},
		async 'trust.sign'({ file, out = file, after, keyids, passphrase }) {
			const before = listBefore(after);
			const list = readUnfinished(readBytes(file));
			const signers = await openSigners(dir, keyids ?? (await ownRootKeys(dir, list, before)), passphrase);
			const bytes = await signList(list, signers, before);
			const signed = view(out, bytes, before);
			writeDocument(out, bytes);
			const { root, fingerprint } = signed;
			const by = signers.map(({ keyid }) => keyid);
			store.append({ type: 'trust.signed', version: root.version, fingerprint, keyids: by });
			return signed;
		},
	};
}

function listBefore(file: string | undefined): TrustList | null {
	return file === undefined ? null : readLastList(readBytes(file));
}

// Not every key of a keeper needs to be a root key: without a choice those that are sign.
async function ownRootKeys(dir: string, { root }: UnfinishedList, before: TrustList | null): Promise<string[]> {
	const roots = new Set([...root.rootKeys, ...(before?.root.rootKeys ?? [])].map(({ keyid }) => keyid));
	const own = (await listKeys(dir)).filter(({ keyid, retiredOn }) => roots.has(keyid) && retiredOn === null);
	if (own.length === 0) throw new ShipeiError('trust.no-own-root-key');
	return own.map(({ keyid }) => keyid);
}

function draftIn(file: string): UnfinishedList['root'] {
	const { root, envelope } = readUnfinished(readBytes(file));
	if (envelope !== null) throw new ShipeiError('trust.signed-list', { file });
	return root;
}

// A key that was never on the list can be revoked as well: then it is named by its whole id.
function keyOnList({ keys }: UnfinishedList['root'], named: string): string {
	const found = keys.filter(
		({ keyid }) => keyid.startsWith(named) || keyid.slice(keyid.indexOf(':') + 1).startsWith(named),
	);
	if (found.length > 1) throw new ShipeiError('key.ambiguous', { key: named, count: found.length });
	return found[0]?.keyid ?? named;
}

import type { Checked, Output } from '../../contract/methods.ts';
import { signSuite } from '../bundle/index.ts';
import type { Suites } from '../suites/index.ts';
import { keyFolder } from './key-calls.ts';
import { openSigners, ownerOf } from './signing.ts';

/**
 * Signs a suite where it lies, in the name of the first key's owner. Errors: those of finding a suite and of the
 * keyring, bundle.no-signer, suite.not-written.
 */
export async function signSuiteAt(
	parts: { readonly suites: Suites; readonly dataDirectory: string; readonly now: () => Date },
	{ suite, keyids, passphrase }: Checked<'suite.sign'>,
): Promise<Output<'suite.sign'>> {
	const { id, version, digest, origin } = parts.suites.show(suite);
	const keys = keyFolder(parts.dataDirectory);
	const signers = await openSigners(keys, keyids, passphrase);
	const owner = await ownerOf(keys, signers);
	const envelope = await signSuite({
		suite: { id, version, digest },
		publisher: owner?.orgName ?? '',
		signedOn: parts.now(),
		signers,
	});
	const file = parts.suites.keepSignature(origin.directory, envelope);
	return { file, id, version, digest, keyids: signers.map(({ keyid }) => keyid) };
}

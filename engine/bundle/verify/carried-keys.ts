import type { VerifiedSigner } from '../../../contract/verification.ts';
import {
	type ChainState,
	chainState,
	type Primitives,
	type PublicKey,
	readChain,
	readPublicKey,
} from '../../crypto/portable.ts';
import { certificateEntry } from '../container/layout.ts';
import type { Metadata } from '../container/metadata.ts';
import { Refusal } from '../refusal.ts';
import type { CheckBook } from './check-book.ts';

/** A key that came inside the file. It proves that the file is unaltered, never who signed it. */
export interface CarriedKey {
	readonly publicKey: PublicKey;
	readonly certificate: VerifiedSigner['certificate'];
	/** Serial numbers of every certificate of the chain, lower-case hexadecimal. */
	readonly serials: readonly string[];
}

/**
 * The keys under `certs/`: a bare public key, or a certificate chain whose first certificate holds the key. A chain
 * shows whose key it is by its own claim; only the trust list makes anybody believe it.
 */
export function carriedKeys(
	{ entries }: Metadata,
	primitives: Primitives,
	book: CheckBook,
): ReadonlyMap<string, CarriedKey> {
	const keys = new Map<string, CarriedKey>();
	for (const [name, bytes] of entries) {
		if (!name.startsWith('certs/')) continue;
		const key = readKey(bytes, primitives);
		if (key === undefined || certificateEntry(key.publicKey.keyid) !== name) {
			throw new Refusal('certificates.chain', {
				zh: `“${name}”中的公钥与其名称不符`,
				en: `the public key in “${name}” is not the one that its name says`,
			});
		}
		keys.set(key.publicKey.keyid, key);
		if (key.certificate !== null) note(name, key.certificate, key.state, book);
	}
	book.skipped('certificates.chain', { zh: '文件中没有证书', en: 'the file holds no certificate' });
	return keys;
}

function readKey(bytes: Uint8Array, primitives: Primitives): (CarriedKey & { state: ChainState }) | undefined {
	const publicKey = readPublicKey(bytes);
	if (publicKey !== undefined) return { publicKey, certificate: null, serials: [], state: 'open' };
	const chain = readChain(bytes);
	if (chain === undefined) return undefined;
	const [{ subject, issuer, serial, notBefore, notAfter, publicKey: key }] = chain;
	const state = chainState(primitives, chain);
	const certificate = { subject, issuer, serial, notBefore, notAfter, verified: state === 'complete' };
	return { publicKey: key, certificate, serials: chain.map((one) => one.serial), state };
}

function note(name: string, { subject, issuer }: Shown, state: ChainState, book: CheckBook): void {
	const who = { zh: `${subject}，由 ${issuer} 签发`, en: `${subject}, issued by ${issuer}` };
	if (state === 'complete') {
		book.passed('certificates.chain', {
			zh: `${who.zh}；根证书随文件携带，其可信与否由信任列表决定`,
			en: `${who.en}; the root came with the file, only a trust list can vouch for it`,
		});
	} else if (state === 'open') {
		book.warned(
			'certificates.chain',
			{ zh: `${who.zh}；文件中没有签发者的证书`, en: `${who.en}; the issuer’s certificate is not in the file` },
			{ zh: '如需核对，请向签发者取得其证书。', en: 'Get the issuer’s certificate from the issuer to check it.' },
		);
	} else {
		book.failed('certificates.chain', {
			zh: `“${name}”的证书链不成立：${who.zh}`,
			en: `the certificate chain in “${name}” does not hold: ${who.en}`,
		});
	}
}

type Shown = NonNullable<CarriedKey['certificate']>;

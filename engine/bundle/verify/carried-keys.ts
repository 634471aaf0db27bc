import type { VerifiedSigner } from '../../../contract/verification.ts';
import { type PublicKey, readPublicKey } from '../../crypto/portable.ts';
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

/** The keys under `certs/`: a bare public key, or a certificate chain whose first certificate holds the key. */
export function carriedKeys({ entries }: Metadata, book: CheckBook): ReadonlyMap<string, CarriedKey> {
	const keys = new Map<string, CarriedKey>();
	for (const [name, bytes] of entries) {
		if (!name.startsWith('certs/')) continue;
		const publicKey = readPublicKey(bytes);
		if (publicKey === undefined || certificateEntry(publicKey.keyid) !== name) {
			throw new Refusal('certificates.chain', {
				zh: `“${name}”中的公钥与其名称不符`,
				en: `the public key in “${name}” is not the one that its name says`,
			});
		}
		keys.set(publicKey.keyid, { publicKey, certificate: null, serials: [] });
	}
	book.skipped('certificates.chain', { zh: '文件中没有证书', en: 'the file holds no certificate' });
	return keys;
}

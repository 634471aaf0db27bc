import { fromBase64, toBase64 } from '../bytes/base64.ts';

export interface PemBlock {
	readonly label: string;
	readonly bytes: Uint8Array;
}

/** Textual encoding (RFC 7468), 64 characters a line. */
export function toPem(label: string, bytes: Uint8Array): string {
	const lines = toBase64(bytes).match(/.{1,64}/gu) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Every well-formed block of a text, in order; text around the blocks is skipped, as OpenSSL does. */
export function readPem(text: string): readonly PemBlock[] {
	const blocks: PemBlock[] = [];
	for (const found of text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/gu)) {
		const bytes = fromBase64((found[2] ?? '').replace(/\s/gu, ''));
		if (bytes !== undefined) blocks.push({ label: found[1] ?? '', bytes });
	}
	return blocks;
}

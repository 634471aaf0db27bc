/** Groups of four, as people read fingerprints to each other: "sm3", ["5a5a", …]. */
export function fingerprintGroups(keyid: string): { readonly kind: string; readonly groups: readonly string[] } {
	const [kind = '', digest = ''] = keyid.split(':');
	return { kind, groups: digest.match(/.{1,4}/gu) ?? [] };
}

/** The same on one line. */
export function grouped(keyid: string): string {
	const { kind, groups } = fingerprintGroups(keyid);
	return `${kind}: ${groups.join(' ')}`;
}

/** A name for files of this key. */
export function keyFileName(keyid: string): string {
	return keyid.replace(':', '-').slice(0, 24);
}

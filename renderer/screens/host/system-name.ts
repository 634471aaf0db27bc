/** A system in one line. Many names carry their version already: “Debian GNU/Linux 12 (bookworm)” and 12. */
export function systemName(name: string | null, version: string | null): string | null {
	if (name === null || version === null) return name ?? version;
	return name.split(/[\s()]+/u).includes(version) ? name : `${name} ${version}`;
}

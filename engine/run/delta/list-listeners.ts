import { readFileSync } from 'node:fs';

/** States of /proc/net/tcp and udp (include/net/tcp_states.h): listening, and bound without a peer. */
const STATES = { tcp: '0A', udp: '07' } as const;

/** Ports on which anything listens: "tcp/8080" to the addresses. Null when the kernel does not tell. */
export function listListeners(): Map<string, string> | null {
	const found = new Map<string, Set<string>>();
	let readable = false;
	for (const table of ['tcp', 'tcp6', 'udp', 'udp6'] as const) {
		const protocol = table.slice(0, 3) as keyof typeof STATES;
		const rows = rowsOf(table);
		readable ||= rows !== null;
		for (const [, local = '', , state] of rows ?? []) {
			if (state !== STATES[protocol]) continue;
			const [address = '', port = ''] = local.split(':');
			const name = `${protocol}/${Number.parseInt(port, 16)}`;
			found.set(name, (found.get(name) ?? new Set()).add(/^0+$/u.test(address) ? 'any' : address));
		}
	}
	if (!readable) return null;
	return new Map([...found].map(([name, addresses]) => [name, [...addresses].sort().join(' ')]));
}

function rowsOf(table: string): string[][] | null {
	try {
		const lines = readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1);
		return lines.map((line) => line.trim().split(/\s+/u));
	} catch {
		// No such protocol in this kernel.
		return null;
	}
}

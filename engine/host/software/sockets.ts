import type { Source } from '../source/source.ts';

export interface ListeningSockets {
	/** TCP ports, ascending. */
	readonly ports: readonly number[];
	/** Path of a listening Unix socket. */
	readonly unix: string | undefined;
}

/**
 * What these processes (a server and its workers) listen on, seen from their own network namespace. The link between
 * a socket and a process is its inode; without rights on the process there is none, and nothing is claimed.
 */
export async function listeningSockets(source: Source, pids: readonly number[]): Promise<ListeningSockets> {
	const inodes = new Set((await Promise.all(pids.map((pid) => socketInodes(source, pid)))).flat());
	const [main] = pids;
	if (inodes.size === 0 || main === undefined) return { ports: [], unix: undefined };
	const [tcp, tcp6, unix] = await Promise.all(['tcp', 'tcp6', 'unix'].map((table) => readTable(source, main, table)));
	const ports = [...listeningTcp(tcp), ...listeningTcp(tcp6)]
		.filter(({ inode }) => inodes.has(inode))
		.map(({ port }) => port);
	return { ports: [...new Set(ports)].sort((one, other) => one - other), unix: listeningUnix(unix, inodes) };
}

/**
 * Without rights on a process its sockets cannot be seen, but the kernel tells whose they are: listening ports of the
 * same user that are usual for the server, or that stand in its arguments. Likely, never certain.
 */
export async function portsOfOwner(
	source: Source,
	pid: number,
	usual: readonly number[],
	args: readonly string[],
): Promise<number[]> {
	const [status, tcp, tcp6] = await Promise.all([
		source.readText(`/proc/${pid}/status`),
		readTable(source, pid, 'tcp'),
		readTable(source, pid, 'tcp6'),
	]);
	const uid = /^Uid:\s+\d+\s+(\d+)/mu.exec(status ?? '')?.[1];
	if (uid === undefined) return [];
	const told = new Set([
		...usual,
		...args.flatMap((arg) => [...arg.matchAll(/(?<![\w.])\d{2,5}(?![\w.])/gu)].map(Number)),
	]);
	const ports = [...listeningTcp(tcp), ...listeningTcp(tcp6)].filter(
		(socket) => socket.uid === uid && told.has(socket.port),
	);
	return [...new Set(ports.map(({ port }) => port))].sort((one, other) => one - other);
}

/** In the process's own network namespace; a snapshot made by hand may only hold the machine's. */
async function readTable(source: Source, pid: number, table: string): Promise<string | undefined> {
	const own = await source.readText(`/proc/${pid}/net/${table}`);
	return own === undefined && source.origin === 'snapshot' ? source.readText(`/proc/net/${table}`) : own;
}

async function socketInodes(source: Source, pid: number): Promise<string[]> {
	const descriptors = (await source.list(`/proc/${pid}/fd`)) ?? [];
	const links = await Promise.all(descriptors.map((descriptor) => source.readLink(`/proc/${pid}/fd/${descriptor}`)));
	return links.map((link) => /^socket:\[(\d+)\]$/u.exec(link ?? '')?.[1]).filter((inode) => inode !== undefined);
}

/** "   0: 0100007F:1538 00000000:0000 0A … uid timeout inode" */
function listeningTcp(table: string | undefined): { port: number; inode: string; uid: string }[] {
	return (table ?? '').split('\n').flatMap((line) => {
		const columns = line.trim().split(/\s+/u);
		const port = Number.parseInt(columns[1]?.split(':')[1] ?? '', 16);
		const uid = columns[7];
		const inode = columns[9];
		if (columns[3] !== '0A' || uid === undefined || inode === undefined || !(port > 0)) return [];
		return [{ port, inode, uid }];
	});
}

/** "ffff…: 00000002 00000000 00010000 0001 01 24567 /run/mysqld/mysqld.sock" */
function listeningUnix(table: string | undefined, inodes: ReadonlySet<string>): string | undefined {
	for (const line of (table ?? '').split('\n')) {
		const [, , , flags, , , inode, path] = line.trim().split(/\s+/u);
		if (flags === '00010000' && inode !== undefined && inodes.has(inode) && path?.startsWith('/') === true) return path;
	}
	return undefined;
}

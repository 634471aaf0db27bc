import { normalize } from 'node:path/posix';
import { evidence } from '../field.ts';
import { type ProcessEntry, type ProcessTable, readArguments } from '../runtime/processes.ts';
import type { Source } from '../source/source.ts';
import { containerOf, unitOf } from './cgroup.ts';
import { familyOf } from './servers/families.ts';
import type { ServerFamily, Sighting } from './servers/server-family.ts';
import { type ListeningSockets, listeningSockets, portsOfOwner } from './sockets.ts';

export interface RunningServer {
	readonly family: ServerFamily;
	readonly sighting: Sighting;
	readonly sockets: ListeningSockets;
}

/** The kernel cuts names here. */
const COMM_LENGTH = 15;
/** Programs that run a script, whose name is then the second argument. */
const INTERPRETERS = /^(?:node|nodejs|MainThread|node-MainThread|python[\d.]*|perl|ruby|bash|dash|sh|zsh|busybox)$/u;

/** Server processes of known names, one entry per server: workers that a server forked belong to their parent. */
export async function findRunningServers(source: Source, processes: ProcessTable): Promise<RunningServer[]> {
	const found = await Promise.all(processes.entries.map((entry) => inspect(source, entry)));
	const servers = found.filter((server) => server !== undefined);
	const byPid = new Map(servers.map((server) => [server.entry.pid, server]));
	const mains = servers.filter(({ entry, family }) => byPid.get(entry.parent)?.family !== family);
	return Promise.all(
		mains.map(async ({ entry, family, sighting }) => {
			const workers = servers.filter((server) => server.entry.parent === entry.pid && server.family === family);
			const pids = [entry.pid, ...workers.map((worker) => worker.entry.pid)];
			const children = processes.entries.filter(({ parent }) => parent === entry.pid).map(({ pid }) => pid);
			const own = await listeningSockets(source, pids);
			// A wrapper script serves through what it started.
			const sockets = own.ports.length > 0 || children.length === 0 ? own : await listeningSockets(source, children);
			return { family, sockets, sighting: await withPorts(source, family, sighting, entry.pid, sockets.ports) };
		}),
	);
}

async function withPorts(
	source: Source,
	family: ServerFamily,
	sighting: Sighting,
	pid: number,
	seen: readonly number[],
): Promise<Sighting> {
	const from = `/proc/${pid}/net/tcp`;
	if (seen.length > 0) {
		const line = evidence(from, `listens on ${seen.join(', ')}`);
		return { ...sighting, ports: seen, evidence: [...sighting.evidence, line] };
	}
	if ((await source.list(`/proc/${pid}/fd`)) !== undefined) return sighting;
	const ports = await portsOfOwner(source, pid, family.ports, [...sighting.args, sighting.title ?? '']);
	if (ports.length === 0) return sighting;
	const line = evidence(from, `its user listens on ${ports.join(', ')}`);
	return { ...sighting, ports, portsOfOwner: true, evidence: [...sighting.evidence, line] };
}

interface Inspected {
	readonly entry: ProcessEntry;
	readonly family: ServerFamily;
	readonly sighting: Sighting;
}

/** Arguments are read of those processes only whose name may be a server's: they may hold passwords. */
async function inspect(source: Source, entry: ProcessEntry): Promise<Inspected | undefined> {
	if (entry.state === 'Z') return undefined;
	const interpreted = INTERPRETERS.test(entry.comm);
	if (!interpreted && familyOf(entry.comm) === undefined && entry.comm.length < COMM_LENGTH) return undefined;
	const [exe, argv] = await Promise.all([source.readLink(`/proc/${entry.pid}/exe`), readArguments(source, entry.pid)]);
	const [told, launcher, args] = programOf(entry, exe, argv);
	const family = familyOf(told);
	// /etc/init.d/redis-server is what starts the server, not the server.
	if (family === undefined || told.startsWith('/etc/')) return undefined;
	const cwd = await source.readLink(`/proc/${entry.pid}/cwd`);
	const program = await absoluteProgram(source, told, cwd);
	const [cgroup, container] = await Promise.all([
		source.readText(`/proc/${entry.pid}/cgroup`),
		containerOf(source, entry.pid),
	]);
	return {
		entry,
		family,
		sighting: {
			program,
			launcher: launcher.map((word) => (word === told ? program : word)),
			args,
			title: argv[0] ?? '',
			...(exe === undefined ? { nameOnly: true } : {}),
			cwd,
			pid: entry.pid,
			ports: [],
			unit: unitOf(cgroup),
			container,
			evidence: [
				evidence(`/proc/${entry.pid}/stat`, entry.comm),
				...(program.startsWith('/')
					? [evidence(`/proc/${entry.pid}/${exe === program ? 'exe' : 'cmdline'}`, program)]
					: []),
			],
		},
	};
}

/**
 * The program's path, how to call it, and its arguments. PostgreSQL and Redis write a title over their arguments, a
 * program that was replaced while it ran is marked as deleted, and one program may go by several names (Debian's
 * redis-server is a link to redis-check-rdb): then the name under which it was started counts.
 */
function programOf(
	entry: ProcessEntry,
	exe: string | undefined,
	argv: readonly string[],
): [string, string[], string[]] {
	const [first = entry.comm, second, ...rest] = argv;
	const base = (path: string) => path.split('/').at(-1) ?? '';
	const script = second !== undefined && INTERPRETERS.test(base(exe ?? first)) && !second.startsWith('-');
	if (script) return [second, [exe ?? first, second], rest];
	const titled = first.split(' ')[0] ?? first;
	const path = exe?.replace(/ \(deleted\)$/u, '') ?? (titled.startsWith('/') ? titled : entry.comm);
	const linked = familyOf(path) === undefined && familyOf(entry.comm) !== undefined;
	const program = linked
		? base(titled) === entry.comm && titled.startsWith('/')
			? titled
			: sibling(path, entry.comm)
		: path;
	return [program, [program], argv.slice(1)];
}

const PROGRAM_DIRECTORIES = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];

/**
 * A script may have been started by a path relative to its directory. Of other users' processes we see the bare name
 * only: then it is the program of that name in the system's directories.
 */
async function absoluteProgram(source: Source, name: string, cwd: string | undefined): Promise<string> {
	if (name.startsWith('/')) return name;
	if (name.includes('/')) return cwd === undefined ? name : normalize(`${cwd}/${name}`);
	for (const directory of PROGRAM_DIRECTORIES) {
		if ((await source.list(directory))?.includes(name) === true) return `${directory}/${name}`;
	}
	return name;
}

function sibling(path: string, name: string): string {
	return path.startsWith('/') ? `${path.slice(0, path.lastIndexOf('/'))}/${name}` : name;
}

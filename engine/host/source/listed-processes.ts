/**
 * What ps and ss (or netstat) printed, laid out as the files of /proc that they were read from: people send these
 * lists more often than /proc itself. `from` names the command behind each of the files.
 */
export interface ListedProcesses {
	readonly files: ReadonlyMap<string, string>;
	readonly links: ReadonlyMap<string, string>;
	readonly listings: ReadonlyMap<string, readonly string[]>;
	readonly from: ReadonlyMap<string, string>;
}

const PS = ['ps -ef', 'ps aux', 'ps -aux', 'ps auxww', 'ps -eo pid,ppid,args', 'ps -eo pid,args', 'ps -ef --forest'];
const SOCKETS = [
	'ss -lntp',
	'ss -tlnp',
	'ss -ltnp',
	'ss -tulnp',
	'netstat -lntp',
	'netstat -tlnp',
	'netstat -tulnp',
	'netstat -anp',
];

/** undefined when the snapshot holds no list of processes. `answer` gives what a command line printed. */
export function listedProcesses(answer: (command: string) => string | undefined): ListedProcesses | undefined {
	const ps = firstAnswer(PS, answer);
	const processes = ps === undefined ? [] : parsePs(ps.text);
	if (ps === undefined || processes.length === 0) return undefined;
	const files = new Map<string, string>();
	const from = new Map<string, string>();
	const put = (path: string, text: string, command: string) => {
		files.set(path, text);
		from.set(path, command);
	};
	for (const { pid, parent, comm, args } of processes) {
		put(`/proc/${pid}/stat`, `${pid} (${comm}) S ${parent}`, ps.command);
		put(`/proc/${pid}/cmdline`, `${args.join('\0')}\0`, ps.command);
	}
	const listings = new Map<string, readonly string[]>([['/proc', processes.map(({ pid }) => String(pid))]]);
	const links = new Map<string, string>();
	const sockets = firstAnswer(SOCKETS, answer);
	for (const [pid, ports] of sockets === undefined ? [] : parseSockets(sockets.text)) {
		put(`/proc/${pid}/net/tcp`, tableOf(ports), sockets?.command ?? '');
		listings.set(`/proc/${pid}/fd`, ports.map(String));
		for (const port of ports) links.set(`/proc/${pid}/fd/${port}`, `socket:[${port}]`);
	}
	return { files, links, listings, from };
}

function firstAnswer(commands: readonly string[], answer: (command: string) => string | undefined) {
	for (const command of commands) {
		const text = answer(command);
		if (text !== undefined) return { command, text };
	}
	return undefined;
}

interface Listed {
	readonly pid: number;
	readonly parent: number;
	readonly comm: string;
	readonly args: readonly string[];
}

/** The heading says which column is which; the last one holds blanks. */
function parsePs(text: string): Listed[] {
	const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
	const columns = head.trim().split(/\s+/u);
	const [pidColumn, parentColumn] = [columns.indexOf('PID'), columns.indexOf('PPID')];
	if (pidColumn < 0) return [];
	return lines.flatMap((line) => {
		const words = line.trim().split(/\s+/u);
		const args = words.slice(columns.length - 1);
		const pid = Number(words[pidColumn]);
		// Names in brackets are the kernel's own threads.
		if (!Number.isInteger(pid) || args[0] === undefined || args[0].startsWith('[')) return [];
		// "postgres: checkpointer" is what a server's worker calls itself; without parents it could not be told from a server.
		if (parentColumn < 0 && args[0].endsWith(':')) return [];
		const comm = (args[0].split('/').at(-1) ?? '').replace(/:$/u, '').slice(0, 15);
		return [{ pid, parent: Number(words[parentColumn] ?? 0) || 0, comm, args }];
	});
}

/** `… *:5236 *:* users:(("dmserver",pid=1234,fd=4))`, or netstat's `… 0.0.0.0:5236 0.0.0.0:* LISTEN 1234/dmserver`. */
function parseSockets(text: string): Map<number, number[]> {
	const ports = new Map<number, number[]>();
	for (const line of text.split('\n')) {
		if (!/\bLISTEN\b/u.test(line)) continue;
		const port = Number(/:(\d+)(?=\s)/u.exec(line)?.[1]);
		const pids = [...line.matchAll(/\bpid=(\d+)|\bLISTEN\s+(\d+)\//gu)].map((match) => Number(match[1] ?? match[2]));
		for (const pid of port > 0 ? pids : []) ports.set(pid, [...new Set([...(ports.get(pid) ?? []), port])]);
	}
	return ports;
}

function tableOf(ports: readonly number[]): string {
	const lines = ports.map((port) => {
		const hex = port.toString(16).toUpperCase().padStart(4, '0');
		return `0: 00000000:${hex} 00000000:0000 0A 0:0 0:0 0 0 0 ${port}`;
	});
	return ['sl local_address', ...lines, ''].join('\n');
}

import {
	closeSync,
	constants,
	existsSync,
	fstatSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	readSync,
	statSync,
} from 'node:fs';
import { endianness, machine } from 'node:os';
import { type CommandOptions, commandPath, runCommand } from '../../process/commands.ts';
import { AS_NODE, systeminformationProgram } from '../systeminformation/program.ts';
import { SYSTEMINFORMATION } from '../systeminformation/read-systeminformation.ts';
import { liesBelow, liveMounts, type Mount, mountsThatMayHang } from './mounts.ts';
import { type CommandAnswer, ReadTimedOut, type RunOptions, type Source } from './source.ts';

export interface LiveOptions {
	/** Milliseconds for one command, or for one read that may hang. */
	readonly deadlineMs: number;
	readonly signal?: AbortSignal | undefined;
	/** The mount table; read from the kernel when absent. */
	readonly mounts?: readonly Mount[];
}

/** Attributes whose answer comes from a device or a contended kernel lock, not from memory. */
const SLOW_ATTRIBUTES = /^\/sys\/class\/(?:power_supply|hwmon|thermal)\/|^\/sys\/class\/net\/[^/]+\/(?:speed|duplex)$/u;
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_LINKS = 20;

/**
 * The running machine. Reads that cannot block are made in place: they take microseconds, a thread's round trip takes
 * longer. Reads that may block for ever (a dead NFS server, a hung FUSE process, a stuck device) are made by a child
 * process with a deadline, because a thread stuck in the kernel would keep this process alive at exit.
 */
export function liveSource(options: LiveOptions): Source {
	const risky = mountsThatMayHang(options.mounts ?? liveMounts());
	const run = (argv: readonly string[], runOptions?: RunOptions) => runLive(argv, options, runOptions);
	const servers = new Map<string, Promise<unknown>>();
	/** One look at a mount before anything below it is read: a dead one costs its deadline once, not once a file. */
	const answering = (mount: Mount) => {
		const asked =
			servers.get(mount.path) ?? run(['ls', '-d', '--', `${mount.path}/.`], { deadlineMs: options.deadlineMs / 2 });
		servers.set(mount.path, asked);
		return asked;
	};
	const outside = async (path: string): Promise<boolean> => {
		const mount = risky.length === 0 ? undefined : mountOf(path, risky);
		if (mount !== undefined) await answering(mount);
		return mount !== undefined || SLOW_ATTRIBUTES.test(path);
	};
	return {
		origin: 'live',
		run,
		async readText(path) {
			if (await outside(path)) return answerOf(await run(['cat', '--', path]));
			return readRegularFile(path);
		},
		async list(path) {
			if (!(await outside(path))) return quietly(() => readdirSync(path).sort());
			const listing = answerOf(await run(['ls', '-A1', '--', path]));
			return listing?.split('\n').filter(Boolean).sort();
		},
		async readLink(path) {
			if (!(await outside(path))) return quietly(() => readlinkSync(path));
			return answerOf(await run(['readlink', '--', path]))?.replace(/\n$/u, '');
		},
		environment: async (name) => process.env[name],
	};
}

async function runLive(
	argv: readonly string[],
	options: LiveOptions,
	runOptions: RunOptions = {},
): Promise<CommandAnswer | undefined> {
	const known = answeredHere(argv);
	if (known !== undefined) return { stdout: `${known}\n`, exitCode: 0 };
	const command = argv[0] === SYSTEMINFORMATION ? systeminformationProgram() : argv;
	// To find out that a program is not there, a fork of this large process would cost more than all other reads.
	if (command === undefined || !isThere(command[0] ?? '')) return undefined;
	const deadlineMs = runOptions.deadlineMs ?? options.deadlineMs;
	const user = runOptions.foreign === true ? ownerWhenRoot(argv[0]) : undefined;
	const commandOptions: CommandOptions = {
		deadlineMs,
		...(options.signal === undefined ? {} : { signal: options.signal }),
		...(user === undefined ? {} : { user }),
		...(command === argv ? {} : { env: AS_NODE }),
		...(runOptions.foreign === true ? { env: { HOME: '/', LD_LIBRARY_PATH: librariesBeside(argv[0]) } } : {}),
	};
	const result = await runCommand(command, commandOptions);
	if (result.state === 'timedOut') {
		const written = runOptions.byLine === true ? { stdout: result.stdout, exitCode: null } : undefined;
		throw new ReadTimedOut(argv.join(' '), deadlineMs, written);
	}
	if (result.state !== 'exited') return undefined;
	return { stdout: result.stdout === '' ? result.stderr : result.stdout, exitCode: result.exitCode };
}

/** Answers that the kernel gave this very process: no command is started for them. */
function answeredHere(argv: readonly string[]): string | undefined {
	const command = argv.join(' ');
	if (command === 'uname -m') return machine();
	return command === 'getconf PAGESIZE' ? pageSize() : undefined;
}

/** From the auxiliary vector: pairs of a type and a value, 64 bits each (getauxval(3)). */
function pageSize(): string | undefined {
	const vector = quietly(() => readFileSync('/proc/self/auxv'));
	for (let at = 0; vector !== undefined && endianness() === 'LE' && at + 16 <= vector.length; at += 16) {
		if (vector.readBigUInt64LE(at) === AT_PAGESZ) return String(vector.readBigUInt64LE(at + 8));
	}
	return undefined;
}

const AT_PAGESZ = 6n;

/** Does PATH lead to such a program? */
function isThere(program: string): boolean {
	if (program.includes('/')) return existsSync(program);
	return commandPath()
		.split(':')
		.some((directory) => existsSync(`${directory}/${program}`));
}

/** A product's own program must not gain root's rights because root asked what is installed. */
function ownerWhenRoot(file: string | undefined): { uid: number; gid: number } | undefined {
	if (file === undefined || process.getuid?.() !== 0) return undefined;
	return quietly(() => {
		const { uid, gid } = statSync(file);
		return uid === 0 ? undefined : { uid, gid };
	});
}

/** Domestic databases find their libraries through their user's profile, which we don't have. */
function librariesBeside(file: string | undefined): string {
	const match = /^(.*)\/s?bin\/[^/]+$/u.exec(file ?? '');
	return match === null || match[1] === '' || match[1] === '/usr' ? '' : `${match[1]}/lib:${match[1]}/bin`;
}

function answerOf(answer: CommandAnswer | undefined): string | undefined {
	return answer?.exitCode === 0 ? answer.stdout : undefined;
}

/** Never opens a pipe or a device for real: O_NONBLOCK, and only regular files are read. */
function readRegularFile(path: string): string | undefined {
	return quietly(() => {
		const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			if (!fstatSync(descriptor).isFile()) return undefined;
			return readToEnd(descriptor);
		} finally {
			closeSync(descriptor);
		}
	});
}

/** Files of /proc and /sys say size 0, so read until the end comes. */
function readToEnd(descriptor: number): string {
	const chunks: Buffer[] = [];
	let size = 0;
	while (size < MAX_FILE_BYTES) {
		const chunk = Buffer.allocUnsafe(65_536);
		const read = readSync(descriptor, chunk, 0, chunk.length, null);
		if (read === 0) break;
		chunks.push(chunk.subarray(0, read));
		size += read;
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** The mount a path leads into. Follows links one by one, looking at no file on a mount that may hang. */
function mountOf(path: string, risky: readonly Mount[]): Mount | undefined {
	let rest = path.split('/').filter(Boolean);
	let resolved = '';
	for (let links = 0; rest.length > 0 && links < MAX_LINKS; ) {
		const [name = '', ...others] = rest;
		rest = others;
		if (name === '.') continue;
		if (name === '..') {
			resolved = resolved.slice(0, Math.max(0, resolved.lastIndexOf('/')));
			continue;
		}
		const next = `${resolved}/${name}`;
		const mount = risky.find((candidate) => liesBelow(next, candidate));
		if (mount !== undefined) return mount;
		const target = quietly(() => readlinkSync(next));
		if (target === undefined) {
			resolved = next;
			continue;
		}
		links += 1;
		if (target.startsWith('/')) resolved = '';
		rest = [...target.split('/').filter(Boolean), ...rest];
	}
	return undefined;
}

function quietly<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

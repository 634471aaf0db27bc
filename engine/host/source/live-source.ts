import { closeSync, constants, fstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { liesBelow, liveMounts, type Mount, mountsThatMayHang } from './mounts.ts';
import { quietly } from './quietly.ts';
import { runLive } from './run-live.ts';
import type { CommandAnswer, RunOptions, Source } from './source.ts';

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

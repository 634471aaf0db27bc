import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { listedProcesses } from './listed-processes.ts';
import { quietly } from './quietly.ts';
import {
	commandName,
	ENVIRONMENT_FILE,
	fileInSnapshot,
	LINKS_FILE,
	LISTINGS_FILE,
	SNAPSHOT_FILE,
} from './snapshot-layout.ts';
import type { CommandAnswer, Source } from './source.ts';

/**
 * A machine kept in a directory. No process is started and no link is followed, so nothing of the running machine can
 * leak in: a snapshot may come from anybody.
 */
export function snapshotSource(directory: string): Source {
	const listings = readRecord(join(directory, LISTINGS_FILE));
	const links = readRecord(join(directory, LINKS_FILE));
	const environment = readRecord(join(directory, ENVIRONMENT_FILE));
	const answerOf = openAnswers(directory);
	const listed = listedProcesses((command) => answerOf(command.split(' '))?.stdout);
	const architecture = architectureOf(readRecord(join(directory, SNAPSHOT_FILE)));
	return {
		origin: 'snapshot',
		from: listed?.from,
		// People who cannot copy a file keep what `cat` printed of it.
		readText: async (path) =>
			readInside(directory, fileInSnapshot(directory, path)) ??
			answerOf(['cat', path])?.stdout ??
			listed?.files.get(path),
		async list(path) {
			const kept = listings[path];
			if (Array.isArray(kept)) return kept.filter((name) => typeof name === 'string');
			const inside = fileInSnapshot(directory, path);
			const names =
				inside === undefined || leavesThroughLink(directory, inside)
					? undefined
					: quietly(() => readdirSync(inside).sort());
			const more = listed?.listings.get(path);
			return more === undefined ? names : [...new Set([...(names ?? []), ...more])];
		},
		async readLink(path) {
			const target = links[path];
			if (typeof target === 'string') return target;
			if (listed?.links.has(path) === true) return listed.links.get(path);
			const inside = fileInSnapshot(directory, path);
			return inside === undefined || leavesThroughLink(directory, dirname(inside))
				? undefined
				: quietly(() => readlinkSync(inside));
		},
		async run(argv) {
			return answerOf(argv) ?? (argv.join(' ') === 'uname -m' ? architecture : undefined);
		},
		async environment(name) {
			const value = environment[name];
			return typeof value === 'string' ? value : undefined;
		},
	};
}

/** Ways in which people call the same command. */
const PREFIXES: readonly (readonly string[])[] = [[], ['sudo'], ['LC_ALL=C'], ['LANG=C'], ['env', 'LC_ALL=C']];

/** The directory is listed once: a detection asks for many commands that a snapshot does not hold. */
function openAnswers(directory: string): (argv: readonly string[]) => CommandAnswer | undefined {
	const commands = join(directory, 'commands');
	const names = new Set(quietly(() => readdirSync(commands)));
	return (argv) => {
		const name = PREFIXES.map((prefix) => commandName([...prefix, ...argv])).find((each) =>
			names.has(`${each}.stdout`),
		);
		const stdout = name === undefined ? undefined : readInside(directory, join(commands, `${name}.stdout`));
		if (stdout === undefined) return undefined;
		const exit = readInside(directory, join(commands, `${name}.exit`))?.trim();
		return { stdout, exitCode: exit === undefined || exit === '' ? 0 : Number(exit) };
	};
}

/** snapshot.json names the machine's architecture; the answer of uname stands in its own file, and counts first. */
function architectureOf(head: Record<string, unknown>): CommandAnswer | undefined {
	const { arch } = head;
	return typeof arch === 'string' && arch !== '' ? { stdout: `${arch}\n`, exitCode: 0 } : undefined;
}

function readInside(directory: string, path: string | undefined): string | undefined {
	if (path === undefined || leavesThroughLink(directory, path)) return undefined;
	return quietly(() => {
		const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
		try {
			return fstatSync(descriptor).isFile() ? withLinuxLines(readFileSync(descriptor, 'utf8')) : undefined;
		} finally {
			closeSync(descriptor);
		}
	});
}

/** Texts that went through another system's editor come back with its line ends and a byte order mark. */
function withLinuxLines(text: string): string {
	return text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n');
}

/** True when a part of the path below the snapshot's root is a link: it could point at the running machine. */
function leavesThroughLink(directory: string, path: string): boolean {
	const root = resolve(directory);
	for (let part = resolve(path); part.length > root.length && part.startsWith(root + sep); part = dirname(part)) {
		const stat = quietly(() => lstatSync(part));
		if (stat?.isSymbolicLink() === true) return true;
	}
	return false;
}

function readRecord(path: string): Record<string, unknown> {
	const parsed = quietly(() => JSON.parse(readFileSync(path, 'utf8')) as unknown);
	return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)
		? Object.assign(Object.create(null), parsed)
		: Object.create(null);
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { endianness, machine } from 'node:os';
import { type CommandOptions, commandPath, runCommand } from '../../process/commands.ts';
import { AS_NODE, systeminformationProgram } from '../systeminformation/program.ts';
import { SYSTEMINFORMATION } from '../systeminformation/read-systeminformation.ts';
import type { LiveOptions } from './live-source.ts';
import { quietly } from './quietly.ts';
import { type CommandAnswer, ReadTimedOut, type RunOptions } from './source.ts';

/**
 * One command on the running machine; undefined when there is no such program.
 * @throws ReadTimedOut when its deadline passed.
 */
export async function runLive(
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

/** What the kernel and the C library told this very process: no command is started to hear it again. */
function answeredHere(argv: readonly string[]): string | undefined {
	const command = argv.join(' ');
	if (command === 'uname -m') return machine();
	if (command === 'getconf PAGESIZE') return pageSize();
	return command === 'getconf GNU_LIBC_VERSION' ? glibcVersion() : undefined;
}

/** The C library that this process runs on says so itself: "GNU C Library (…) stable release version 2.31." */
function glibcVersion(): string | undefined {
	const library = /\s(\/\S*\/libc(?:\.so\.6|-[\d.]+\.so))$/mu.exec(
		quietly(() => readFileSync('/proc/self/maps', 'latin1')) ?? '',
	);
	const text = library?.[1] === undefined ? undefined : quietly(() => readFileSync(library[1] ?? ''));
	const at = text?.indexOf('GNU C Library (') ?? -1;
	const said = at < 0 ? '' : (text?.toString('latin1', at, at + 200) ?? '');
	const version = /release version (\d+\.\d+)/u.exec(said)?.[1];
	return version === undefined ? undefined : `glibc ${version}`;
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

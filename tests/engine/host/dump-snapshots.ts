import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The real dumps lie beside the repository and are read there, never copied into it. */
export const FIXTURES = resolve(import.meta.dirname, '../../../../shared/fixtures');
export const fixturesPresent = existsSync(join(FIXTURES, 'cpu'));
export const absent = fixturesPresent ? '' : ' (skipped: ../shared/fixtures is not there)';

export function cpuDumpNames(): string[] {
	return fixturesPresent ? readdirSync(join(FIXTURES, 'cpu')).sort() : [];
}

export function osDumpNames(): string[] {
	return fixturesPresent ? readdirSync(join(FIXTURES, 'os')).sort() : [];
}

/** A snapshot's contents: relative path → text. */
export type Contents = Readonly<Record<string, string>>;
/** The same, with files that are no text. */
export type RawContents = Readonly<Record<string, string | Uint8Array>>;

/** Where the text of a CPU dump stands in a snapshot. */
export function cpuDumpContents(name: string): Contents {
	const text = readFileSync(join(FIXTURES, 'cpu', name), 'utf8');
	const kind = /-?(cpuinfo|lscpu|oldlscpu|newlscpu|dmidecode|dmesg)(?:-[a-z])?\.txt$/u.exec(name)?.[1] ?? '';
	const place = {
		cpuinfo: 'files/proc/cpuinfo',
		lscpu: 'commands/lscpu.stdout',
		oldlscpu: 'commands/lscpu.stdout',
		newlscpu: 'commands/lscpu.stdout',
		dmidecode: 'commands/dmidecode -t processor.stdout',
		dmesg: 'commands/dmesg.stdout',
	}[kind];
	if (place === undefined) throw new Error(`no place in a snapshot for ${name}`);
	return { [place]: text };
}

/** Where the files of an OS dump stand in a snapshot. */
export function osDumpContents(name: string): Contents {
	const directory = join(FIXTURES, 'os', name);
	const files = readdirSync(directory).filter((file) => file !== 'SOURCE');
	return Object.fromEntries(files.map((file) => [placeOfOsFile(file), readFileSync(join(directory, file), 'utf8')]));
}

function placeOfOsFile(file: string): string {
	if (file === 'lsb_release-a.out') return 'commands/lsb_release -a.stdout';
	if (file === 'ldd-version.out') return 'commands/ldd --version.stdout';
	if (file === 'kylin-system-version.conf') return 'files/etc/kylin-version/kylin-system-version.conf';
	return `files/etc/${file}`;
}

/** Writes a snapshot directory; `using` it removes it again. */
export function writeSnapshot(contents: RawContents): { directory: string } & Disposable {
	const directory = mkdtempSync(join(tmpdir(), 'shipei-dump-'));
	for (const [path, text] of Object.entries(contents)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	}
	return { directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) };
}

import type { HostProfile } from '../../../contract/host.ts';
import type { Recording } from '../source/recording-source.ts';
import { parseJson } from '../systeminformation/answers.ts';
import { SYSTEMINFORMATION } from '../systeminformation/read-systeminformation.ts';
import { secretsOf } from './mask-profile.ts';
import { MASK, maskText } from './mask-text.ts';

/** The recording as it may leave the machine. The detection over it gives the masked form of the same profile. */
export function maskRecording(recording: Recording, profile: HostProfile): Recording {
	const secrets = secretsOf(profile);
	return {
		files: new Map([...recording.files].map(([path, text]) => [path, maskFile(path, text, secrets)])),
		listings: withoutPeople(recording.listings, JSON.stringify(profile)),
		links: recording.links,
		environment: recording.environment,
		commands: new Map(
			[...recording.commands].map(([key, { argv, answer }]) => [
				key,
				{ argv, answer: { ...answer, stdout: maskCommand(argv, answer.stdout, secrets) } },
			]),
		),
	};
}

/** Directory names of people in /home, but for those below which something was found. */
function withoutPeople(listings: Recording['listings'], profile: string): Recording['listings'] {
	const unused = (name: string) => !profile.includes(`/home/${name}/`);
	const kept = new Map<string, readonly string[]>();
	for (const [path, names] of listings) {
		const person = /^\/home\/([^/]+)/u.exec(path)?.[1];
		if (person !== undefined && unused(person)) continue;
		kept.set(path, path === '/home' ? names.filter((name) => !unused(name)) : names);
	}
	return kept;
}

/** Files that hold nothing but a secret. */
const SECRET_FILES =
	/^\/(?:proc\/sys\/kernel\/hostname|etc\/hostname|sys\/class\/net\/[^/]+\/address|sys\/.*\/serial|sys\/.*\/[a-z]+_serial|sys\/class\/dmi\/id\/(?:product_uuid|\w*asset_tag))$/u;

export function maskFile(path: string, text: string, secrets: readonly string[]): string {
	if (SECRET_FILES.test(path)) return text.trim() === '' ? text : `${MASK}\n`;
	if (path === '/etc/.kyinfo') return maskKyinfo(text);
	if (/^\/proc\/(?:\d+\/)?net\//u.test(path)) return maskSockets(path, text);
	if (/^\/proc\/\d+\/cmdline$/u.test(path)) return maskArguments(text, secrets);
	return maskText(text, sentences(path) ? secrets : []);
}

/** Where free text may name the machine; a system's own files keep their words, or they could not be read again. */
function sentences(path: string): boolean {
	return /^\/(?:proc\/\d+\/|run\/|var\/|opt\/|home\/)/u.test(path);
}

export function maskCommand(argv: readonly string[], stdout: string, secrets: readonly string[]): string {
	if (argv.includes('dmidecode')) return maskDmidecode(stdout);
	if (argv[0] === SYSTEMINFORMATION) return maskAnswers(stdout, secrets);
	if (argv[0] === 'who') return stdout.replace(/^\S+/gmu, MASK).replace(/\s\(.*\)$/gmu, '');
	return maskText(stdout, secrets);
}

/** One line of JSON a topic: serials and MAC addresses, and the names in the topic that is about people. */
function maskAnswers(text: string, secrets: readonly string[]): string {
	const lines = text.split('\n').map((line) => [line, parseJson(line)] as const);
	return lines
		.filter(([line, parsed]) => line === '' || parsed !== undefined)
		.map(([line, parsed]) => (line === '' ? '' : maskText(JSON.stringify(parsed, maskEntry(parsed)), secrets)))
		.join('\n');
}

function maskEntry(line: unknown): (key: string, value: unknown) => unknown {
	const people = line !== null && typeof line === 'object' && 'topic' in line && line.topic === 'users';
	const secret = new Set(people ? ['name'] : ['serial', 'mac']);
	return (key, value) => (secret.has(key) && typeof value === 'string' ? MASK : value);
}

function maskDmidecode(text: string): string {
	return text.replace(/^(\s*(?:Serial Number|Asset Tag|UUID|SKU Number)\s*:\s*)(\S.*)$/gimu, `$1${MASK}`);
}

/** The service key and the activation code that follows it. */
function maskKyinfo(text: string): string {
	return text.replace(/^(\s*(?:key|to)\s*=\s*)(\S.*)$/gimu, `$1${MASK}`);
}

/** Only listening sockets, without the peers and addresses of anybody. */
function maskSockets(path: string, text: string): string {
	const [head = '', ...lines] = text.split('\n');
	if (path.endsWith('/unix')) return [head, ...lines.filter((line) => / 00010000 /u.test(line))].join('\n');
	const listening = lines.filter((line) => /^\s*\d+: \S+ \S+ 0A /u.test(line));
	return [head, ...listening].join('\n');
}

const SECRET_ARGUMENT = /((?:pass(?:word|wd)?|pwd|secret|token|credential|license|api-?key)[\w.-]*[=:])\S+/giu;

function maskArguments(text: string, secrets: readonly string[]): string {
	return text
		.split('\0')
		.map((argument) =>
			maskText(argument.replace(SECRET_ARGUMENT, `$1${MASK}`).replace(/\/\/[^/@\s]+@/gu, `//${MASK}@`), secrets),
		)
		.join('\0');
}

import { parseJson } from '../systeminformation/answers.ts';
import { SYSTEMINFORMATION } from '../systeminformation/read-systeminformation.ts';
import { MASK, maskText } from './mask-text.ts';

export function maskCommand(argv: readonly string[], stdout: string, secrets: readonly string[]): string {
	if (argv.includes('dmidecode')) return maskDmidecode(stdout);
	if (argv[0] === SYSTEMINFORMATION) return maskAnswers(stdout, secrets);
	if (argv[0] === 'who') return stdout.replace(/^\S+/gmu, MASK).replace(/\s\(.*\)$/gmu, '');
	return maskText(MASKS[argv[0] ?? '']?.(stdout) ?? stdout, secrets);
}

/** What stands where in answers that name a device, or another machine of the network. */
const MASKS: Readonly<Record<string, (text: string) => string>> = {
	lpstat: (text) => text.replace(/^(device for .+?: [a-z\d+.-]+:).*$/gimu, `$1//${MASK}`),
	scanimage: (text) => text.replace(/^(device [`']\w+:)[^'`]*/gmu, `$1${MASK}`),
	chronyc: (text) => text.replace(/^(Reference ID\s*:\s*).*$/gmu, `$1${MASK}`),
};

/** Structures that a detection reads; makers put service tags, addresses and keys into others. */
const KEPT = /^(?:BIOS|System|Base Board|Chassis|Processor) Information$|^Memory Device$|^Physical Memory Array$/u;

function maskDmidecode(text: string): string {
	return text
		.split(/\n(?=Handle )/u)
		.filter((part) => !part.startsWith('Handle ') || KEPT.test(part.split('\n')[1]?.trim() ?? ''))
		.join('\n')
		.replace(/^(\s*(?:Serial Number|Asset Tag|UUID|SKU Number)\s*:\s*)(\S.*)$/gimu, `$1${MASK}`);
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

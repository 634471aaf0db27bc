import { MASK, maskText } from './mask-text.ts';

/** Files that hold nothing but a secret. */
const SECRET_FILES =
	/^\/(?:proc\/sys\/kernel\/hostname|etc\/hostname|sys\/class\/net\/[^/]+\/address|sys\/.*\/serial|sys\/.*\/[a-z]+_serial|sys\/class\/dmi\/id\/(?:product_uuid|\w*asset_tag))$/u;

export function maskFile(path: string, text: string, secrets: readonly string[]): string {
	if (SECRET_FILES.test(path)) return text.trim() === '' ? text : `${MASK}\n`;
	if (path === '/etc/.kyinfo') return maskKyinfo(text);
	if (/^\/proc\/(?:\d+\/)?net\//u.test(path)) return maskSockets(path, text);
	if (path === '/proc/self/mounts') return maskMounts(text);
	if (/^\/proc\/\d+\/cmdline$/u.test(path)) return maskArguments(text, secrets);
	return maskText(text, sentences(path) ? secrets : []);
}

/** Where free text may name the machine; a system's own files keep their words, or they could not be read again. */
function sentences(path: string): boolean {
	return /^\/(?:proc\/\d+\/|run\/|var\/|opt\/|home\/)/u.test(path);
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

/** Disks only, without options: the others name servers of a network, and who may use them. */
function maskMounts(text: string): string {
	const lines = text.split('\n').filter((line) => line.startsWith('/dev/'));
	return maskText(lines.map((line) => `${line.split(' ').slice(0, 3).join(' ')} - 0 0\n`).join(''), []);
}

const SECRET_ARGUMENT = /((?:pass(?:word|wd)?|pwd|secret|token|credential|license|api-?key)[\w.-]*[=:])\S+/giu;
/** An option whose value is the next argument. */
const SECRET_OPTION = /^--?(?:pass(?:word|wd)?|pwd|secret|token|credential|license|api-?key)$/iu;
/** Addresses of other machines; versions are part of a name or of a path. */
const ADDRESS = /(?<![\w.\-/]|\/\/[\d.]*)(?:\/\/)?(?!127\.|0\.0\.0\.0)\d{1,3}(?:\.\d{1,3}){3}(?![\w.-])/gu;

function maskArguments(text: string, secrets: readonly string[]): string {
	const masked = text.split('\0');
	return masked
		.map((argument, index) => (SECRET_OPTION.test(masked[index - 1] ?? '') && argument !== '' ? MASK : argument))
		.map((argument) => argument.replace(SECRET_ARGUMENT, `$1${MASK}`).replace(/\/\/[^/@\s]+@/gu, `//${MASK}@`))
		.map((argument) =>
			maskText(
				argument.replace(ADDRESS, (found) => (found.startsWith('//') ? `//${MASK}` : MASK)),
				secrets,
			),
		)
		.join('\0');
}

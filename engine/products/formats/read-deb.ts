import { decompress } from '../archive/decompress.ts';
import { tarEntry } from '../archive/tar-entry.ts';
import type { FileWindow } from '../file-window.ts';
import { architecture, type PackageFacts } from '../package-facts.ts';

const AR_MAGIC = '!<arch>\n';
const HEADER = 60;

export function isDeb(start: Uint8Array): boolean {
	return (
		latin1(start.subarray(0, 8)) === AR_MAGIC &&
		latin1(start.subarray(8, 24)).trim().replace('/', '') === 'debian-binary'
	);
}

/** Reads the control file of a Debian package (deb(5)); nothing else of it is unpacked. */
export function readDeb(file: FileWindow): PackageFacts {
	const control = controlText(file);
	const fields = parseControl(control);
	const maintainer = fields.get('maintainer') ?? '';
	return {
		format: 'deb',
		name: fields.get('package') ?? '',
		version: fields.get('version') ?? '',
		// "Name <address>": the address is no part of the vendor's name.
		vendor: maintainer.replace(/\s*<[^>]*>\s*$/u, ''),
		arch: architecture(fields.get('architecture') ?? ''),
	};
}

function controlText(file: FileWindow): string {
	for (let at = AR_MAGIC.length; at + HEADER <= file.size; ) {
		const header = latin1(file.read(at, HEADER));
		const size = Number(header.slice(48, 58).trim());
		if (header.slice(58) !== '`\n' || !Number.isSafeInteger(size) || size < 0)
			throw new RangeError('a member of the archive is damaged');
		if (header.startsWith('control.tar')) return controlFile(file.read(at + HEADER, size), size);
		at += HEADER + size + (size % 2);
	}
	throw new RangeError('there is no control.tar');
}

function controlFile(packed: Uint8Array, size: number): string {
	if (packed.length < size) throw new RangeError('control.tar is cut short');
	const control = tarEntry(decompress(packed), 'control');
	if (control === null) throw new RangeError('there is no control file');
	return Buffer.from(control).toString('utf8');
}

/** The first paragraph: names in small letters, values of one line each (what follows indented is description). */
function parseControl(text: string): Map<string, string> {
	const lines = text.split('\n').filter((line) => /^[A-Za-z0-9-]+:/u.test(line));
	return new Map(
		lines.map((line) => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
		}),
	);
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('latin1');
}

import { concatBytes, utf8 } from '../../crypto/portable.ts';

export const BLOCK = 512;

/** The one canonical ustar header of a regular file: mode 644, owner and time 0, no names of people or devices. */
export function headerOf(name: string, size: number): Uint8Array {
	const header = concatBytes(
		field(name, 100),
		field('0000644', 8),
		field('0000000', 8),
		field('0000000', 8),
		field(size.toString(8).padStart(11, '0'), 12),
		field('00000000000', 12),
		utf8(' '.repeat(8)),
		utf8('0'),
		field('', 100),
		field('ustar', 6),
		utf8('00'),
		field('', 247),
	);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.set(utf8(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
	return header;
}

/** What a header says its file is called and how long it is; meaningless until {@link headerOf} gives the same bytes. */
export function claimOf(header: Uint8Array): { name: string; size: number } {
	const end = header.indexOf(0);
	const name = String.fromCharCode(...header.subarray(0, end === -1 || end > 100 ? 100 : end));
	const digits = String.fromCharCode(...header.subarray(124, 135));
	return { name, size: /^[0-7]{11}$/u.test(digits) ? Number.parseInt(digits, 8) : 0 };
}

/** Zeros from the end of a file of this size to the next full block. */
export function paddingOf(size: number): number {
	return (BLOCK - (size % BLOCK)) % BLOCK;
}

function field(text: string, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	bytes.set(utf8(text));
	return bytes;
}

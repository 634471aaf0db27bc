/** One `key : value` line of a kernel file or a command's answer. */
export interface Entry {
	/** Lower case, single blanks: kernels and tools differ in both. */
	readonly key: string;
	readonly value: string;
	/** 1-based. */
	readonly line: number;
	readonly raw: string;
	/** The text ends in this line without a newline: it may have been cut in the middle of the value. */
	readonly cut: boolean;
}

/** Bytes that no text of a kernel or a tool holds: the line was damaged, and what is left of it means nothing. */
export function isDamaged(line: string): boolean {
	return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/u.test(line);
}

/**
 * Splits each line at its FIRST colon (ASCII or full-width): values such as "Hygon C86-4G (OPN:7490)" hold colons.
 * Comments and lines without a key are left out; a key may come more than once.
 */
export function keyValues(text: string): Entry[] {
	const lines = text.split('\n');
	return lines.flatMap((raw, index) => {
		const entry = keyValue(raw, index + 1, index > 0 && index === lines.length - 1);
		return entry === undefined ? [] : [entry];
	});
}

export function keyValue(raw: string, line: number, cut = false): Entry | undefined {
	if (raw.trimStart().startsWith('#') || isDamaged(raw)) return undefined;
	const match = /^([^:：]*)[:：](.*)$/u.exec(raw);
	const key = match?.[1]?.trim().replace(/\s+/gu, ' ').toLowerCase();
	if (key === undefined || key === '') return undefined;
	return { key, value: (match?.[2] ?? '').trim(), line, raw: raw.trim(), cut };
}

export function entryOf(entries: readonly Entry[], ...keys: string[]): Entry | undefined {
	for (const key of keys) {
		const entry = entries.find((candidate) => candidate.key === key);
		if (entry !== undefined) return entry;
	}
	return undefined;
}

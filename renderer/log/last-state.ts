const RETURN = 0x0d;

/** Of a progress line that wrote itself anew with \r, what it said last. A return is never a part of a character here. */
export function lastState(line: Uint8Array): Uint8Array {
	let end = line.length;
	while (end > 0 && line[end - 1] === RETURN) end -= 1;
	const from = end === 0 ? 0 : line.lastIndexOf(RETURN, end - 1) + 1;
	return line.subarray(from, end);
}

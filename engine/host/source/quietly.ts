/** The answer of a read, or undefined where the file is not there or not ours to read. */
export function quietly<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

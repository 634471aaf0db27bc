/** The line that stands where bytes were left out; the supervisor writes the same (build/supervisor/src/output.c). */
export function cutMark(bytes: number): Buffer {
	return Buffer.from(`\n[shipei: ${bytes} bytes cut here]\n`);
}

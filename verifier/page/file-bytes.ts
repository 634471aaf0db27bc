const CHUNK = 2 ** 20;

/** The bytes of a chosen file, a piece at a time; `onRead` hears how much was read. Works in browsers of 2021. */
export async function* fileBytes(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < file.size; at += CHUNK) {
		const piece = file.slice(at, at + CHUNK);
		yield new Uint8Array(await piece.arrayBuffer());
		onRead(at + piece.size);
		// Lets the page draw its progress.
		await new Promise((resolve) => setTimeout(resolve));
	}
}

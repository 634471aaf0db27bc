/**
 * A terminal that was closed, or a reader that has seen enough (`| head`), takes no more words. What is under way must
 * come to its clean end all the same, so that is no error; a full disk behind a redirection is one.
 */
export function outliveReader(stream: NodeJS.WriteStream): void {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EIO' && error.code !== 'EPIPE') throw error;
	});
}

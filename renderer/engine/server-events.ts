/** The data of each event of a text/event-stream, in order. Comments (heartbeats) are passed over. */
export async function* readServerEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			rest += decoder.decode(value, { stream: true });
			const blocks = rest.split('\n\n');
			rest = blocks.pop() ?? '';
			for (const block of blocks) {
				const data = dataOf(block);
				if (data !== '') yield data;
			}
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

function dataOf(block: string): string {
	return block
		.split('\n')
		.filter((line) => line.startsWith('data:'))
		.map((line) => line.slice(5).trimStart())
		.join('\n');
}

import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a line on the terminal. Rejects once the signal says that nobody waits for the answer any more. */
export function ask(question: string, signal?: AbortSignal): Promise<string> {
	return readAnswer(question, process.stderr, signal);
}

/** Asks without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
	process.stderr.write(question);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const answer = await readAnswer('', silent);
	process.stderr.write('\n');
	return answer;
}

function readAnswer(question: string, output: NodeJS.WritableStream, signal?: AbortSignal): Promise<string> {
	if (signal?.aborted === true) return Promise.reject(signal.reason);
	const lines = createInterface({ input: process.stdin, output, terminal: true });
	return new Promise((resolve, reject) => {
		const giveUp = () => {
			reject(signal?.reason);
			lines.close();
		};
		signal?.addEventListener('abort', giveUp, { once: true });
		// A closed terminal answers nothing: the empty line, which no question takes for a yes.
		lines.once('close', () => {
			signal?.removeEventListener('abort', giveUp);
			resolve('');
		});
		lines.question(question, (answer) => {
			resolve(answer);
			lines.close();
		});
	});
}

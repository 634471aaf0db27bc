import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a line on the terminal. */
export function ask(question: string): Promise<string> {
	return readAnswer(question, process.stderr);
}

/** Asks without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
	process.stderr.write(question);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const answer = await readAnswer('', silent);
	process.stderr.write('\n');
	return answer;
}

function readAnswer(question: string, output: NodeJS.WritableStream): Promise<string> {
	const lines = createInterface({ input: process.stdin, output, terminal: true });
	return new Promise((resolve) => {
		// A closed terminal answers nothing: the empty line, which no question takes for a yes.
		lines.once('close', () => resolve(''));
		lines.question(question, (answer) => {
			resolve(answer);
			lines.close();
		});
	});
}

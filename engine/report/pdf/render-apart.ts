import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ErrorAnswer, fromErrorAnswer } from '../../../contract/errors.ts';
import type { OnShare } from './progress.ts';
import type { PdfOrder } from './render-pdf.ts';

export interface Watching {
	readonly onShare: OnShare;
	/** Ends the work: the promise rejects with the signal's reason. */
	readonly signal: AbortSignal;
}

type Message = { readonly share: number } | { readonly bytes: Uint8Array } | { readonly error: ErrorAnswer };

/**
 * Makes a PDF in a thread of its own: a long one takes many seconds of computing, in which nobody else would be served,
 * and which only another thread can break off.
 */
export async function renderPdfApart(order: PdfOrder, { onShare, signal }: Watching): Promise<Uint8Array> {
	signal.throwIfAborted();
	const worker = new Worker(programFile(), { workerData: order });
	const stop = () => void worker.terminate();
	signal.addEventListener('abort', stop);
	try {
		return await new Promise<Uint8Array>((done, fail) => {
			worker.on('message', (message: Message) => {
				if ('share' in message) onShare(message.share);
				else if ('bytes' in message) done(message.bytes);
				else fail(fromErrorAnswer(message.error));
			});
			worker.on('error', fail);
			worker.on('exit', (code) => fail(signal.aborted ? signal.reason : new Error(`the PDF thread ended (${code})`)));
		});
	} finally {
		signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
}

/** In a checkout the program lies beside this file; a bundle holds it beside its other files, as JavaScript. */
function programFile(): string {
	const files = ['pdf-worker.ts', 'pdf-worker.js'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
	return files.find((file) => existsSync(file)) ?? files.join(' ');
}

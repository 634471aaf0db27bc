import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckName, CheckResults, OnShare } from './check-data.ts';

export interface CheckOrder<Name extends CheckName = CheckName> {
	readonly name: Name;
	/** The database. */
	readonly file: string;
	readonly addon: string | null;
}

/** Who waits for a check. */
export interface Watching {
	readonly onShare: OnShare;
	/** Ends the waiting: the promise rejects with the signal's reason. */
	readonly signal: AbortSignal;
}

type Message = { readonly share: number } | { readonly found: unknown };

/** Makes a check in a thread of its own: of a large database it takes minutes, in which runs and windows must go on. */
export async function checkApart<Name extends CheckName>(
	order: CheckOrder<Name>,
	{ onShare, signal }: Watching,
): Promise<CheckResults[Name]> {
	signal.throwIfAborted();
	const worker = new Worker(programFile(), { workerData: order });
	const { promise, resolve, reject } = Promise.withResolvers<CheckResults[Name]>();
	const stop = () => reject(signal.reason);
	signal.addEventListener('abort', stop);
	worker.on('message', (message: Message) => {
		if ('share' in message) onShare(message.share);
		else resolve(message.found as CheckResults[Name]);
	});
	worker.on('error', reject);
	worker.on('exit', (code) => reject(new Error(`the check's thread ended (${code})`)));
	try {
		return await promise;
	} finally {
		signal.removeEventListener('abort', stop);
		// Not waited for: it comes to its end only when SQLite is through with the table at hand.
		worker.unref();
		void worker.terminate();
	}
}

/** In a checkout the program lies beside this file; a bundle holds it beside its other files, as JavaScript. */
function programFile(): string {
	const files = ['check-worker.ts', 'check-worker.js'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
	return files.find((file) => existsSync(file)) ?? files.join(' ');
}

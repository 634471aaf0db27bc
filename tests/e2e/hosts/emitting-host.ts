import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineEvent } from '../../../contract/events.ts';

/** A server with made-up data that tells the page what it is told. */
export interface Emitter {
	readonly link: string;
	emit(event: EngineEvent): void;
}

export async function startEmitting(use: (engine: Emitter) => Promise<void>): Promise<void> {
	const program = fileURLToPath(new URL('../servers/emitting-server.ts', import.meta.url));
	const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
	const [first] = (await once(child.stdout, 'data')) as [Buffer];
	await use({
		link: first.toString().trim(),
		emit: (event) => void child.stdin.write(`${JSON.stringify(event)}\n`),
	});
	child.kill('SIGTERM');
}

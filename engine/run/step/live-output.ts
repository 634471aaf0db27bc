import { closeSync, openSync, readSync } from 'node:fs';
import { decodeOutput } from '../../parsers/index.ts';
import type { RunningStep } from '../../process/index.ts';
import type { StepContext } from './step-context.ts';

const LOOK_EVERY_MS = 250;
/** Most that is shown of a stream at one look; the rest is in the evidence. */
const SHOWN_BYTES = 16 * 1024;

/** Shows what a step writes while it runs. While something is measured nothing looks and nothing is shown. */
export function followOutput(
	context: StepContext,
	running: RunningStep,
	files: { readonly stdout: string; readonly stderr: string },
): { end(): void } {
	if (context.planned.repetition !== null) return { end: () => undefined };
	const shown = { stdout: 0, stderr: 0 };
	const timer = setInterval(() => void look(), LOOK_EVERY_MS);
	timer.unref();
	return { end: () => clearInterval(timer) };

	async function look(): Promise<void> {
		const written = await running.progress();
		if (written === null) return;
		for (const stream of ['stdout', 'stderr'] as const) {
			const news = written[stream] - shown[stream];
			if (news <= 0) continue;
			const text = readNews(files[stream], shown[stream], Math.min(news, SHOWN_BYTES));
			shown[stream] = written[stream];
			if (text === '') continue;
			context.run.live({
				type: 'live.output',
				run: context.run.id,
				key: context.planned.key,
				step: context.id,
				stream,
				text,
			});
		}
	}
}

/** Past the head the file goes round, and nothing is shown any more: the position no longer means anything. */
function readNews(file: string, from: number, length: number): string {
	try {
		const descriptor = openSync(file, 'r');
		try {
			const buffer = Buffer.alloc(length);
			const count = readSync(descriptor, buffer, 0, length, from);
			return decodeOutput(buffer.subarray(0, count)).text;
		} finally {
			closeSync(descriptor);
		}
	} catch {
		// Not there yet, or taken as evidence just now: it is only for show.
		return '';
	}
}

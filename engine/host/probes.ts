import type { HostProfile } from '../../contract/host.ts';
import { ReadTimedOut, type Source } from './source/source.ts';

export type ProbeReport = HostProfile['probes'][number];

export interface ProbeOptions {
	readonly deadlineMs: number;
	readonly onProbe?: ((probe: ProbeReport) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Runs the parts of a detection side by side. Each has its own deadline and its own view of the source: a read that
 * hangs costs one part its answer, never the others theirs, and is reported by name.
 */
export class Probes {
	readonly reports: ProbeReport[] = [];
	readonly #source: Source;
	readonly #options: ProbeOptions;

	constructor(source: Source, options: ProbeOptions) {
		this.#source = source;
		this.#options = options;
	}

	/** The probe's answer, or `otherwise` when it threw, hung or the detection was aborted. */
	async run<Value>(name: string, otherwise: Value, probe: (source: Source) => Promise<Value>): Promise<Value> {
		const started = performance.now();
		const hung: string[] = [];
		const report = (state: ProbeReport['state'], message?: string) => {
			const durationMs = Math.round((performance.now() - started) * 10) / 10;
			const entry: ProbeReport = { name, state, durationMs, ...(message === undefined ? {} : { message }) };
			this.reports.push(entry);
			this.#options.onProbe?.(entry);
		};
		try {
			const value = await withDeadline(probe(tolerant(this.#source, hung)), this.#options);
			if (hung.length > 0) report('timedOut', hung.join('; '));
			else report('done');
			return value;
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			report(error instanceof ProbeTimedOut ? 'timedOut' : 'failed', [message, ...hung].join('; '));
			return otherwise;
		}
	}
}

class ProbeTimedOut extends Error {
	override readonly name = 'ProbeTimedOut';
}

function withDeadline<Value>(probe: Promise<Value>, options: ProbeOptions): Promise<Value> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(
			() => reject(new ProbeTimedOut(`no answer within ${options.deadlineMs} ms`)),
			options.deadlineMs,
		);
		const abort = () => reject(new Error('interrupted'));
		if (options.signal?.aborted === true) abort();
		options.signal?.addEventListener('abort', abort, { once: true });
		probe.then(resolve, reject).finally(() => {
			clearTimeout(timer);
			options.signal?.removeEventListener('abort', abort);
		});
	});
}

/** A view of the source in which a read that hung is not there (but for the lines it wrote), and its name is noted. */
function tolerant(source: Source, hung: string[]): Source {
	const tolerate = async <Value>(
		reading: Promise<Value | undefined>,
		instead: (error: ReadTimedOut) => Value | undefined = () => undefined,
	): Promise<Value | undefined> => {
		try {
			return await reading;
		} catch (error) {
			if (!(error instanceof ReadTimedOut)) throw error;
			if (!hung.includes(error.message)) hung.push(error.message);
			return instead(error);
		}
	};
	return {
		origin: source.origin,
		readText: (path) => tolerate(source.readText(path)),
		list: (path) => tolerate(source.list(path)),
		readLink: (path) => tolerate(source.readLink(path)),
		run: (argv, options) => tolerate(source.run(argv, options), ({ written }) => written),
		environment: (name) => tolerate(source.environment(name)),
	};
}

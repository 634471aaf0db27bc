import { statSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import type { HostProfile } from '../../contract/host.ts';
import { detectFrom } from './detect-from.ts';
import { type ProbeReport, Probes } from './probes.ts';
import { liveSource } from './source/live-source.ts';
import { memoisedSource } from './source/memoised-source.ts';
import { snapshotSource } from './source/snapshot-source.ts';
import type { Source } from './source/source.ts';

export interface DetectOptions {
	/** A snapshot directory: detect from it and from nothing else. */
	readonly snapshot?: string | undefined;
	/** Milliseconds for each probe; a single read gets most of it. Default 8000. */
	readonly deadlineMs?: number | undefined;
	readonly now?: (() => Date) | undefined;
	readonly onProbe?: ((probe: ProbeReport) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

const DEFAULT_DEADLINE_MS = 8000;
/** Share of a probe's time that one read may take, so that the probe can still answer with the rest. */
const READ_SHARE = 0.6;

/**
 * Detects the running machine, or the one kept in a snapshot.
 * @throws ShipeiError host.no-snapshot when the snapshot directory is not there; call.interrupted when aborted.
 */
export async function detectHost(options: DetectOptions = {}): Promise<HostProfile> {
	if (options.snapshot !== undefined) return detectOver(openSnapshot(options.snapshot), options);
	return detectOver(openLive(options), options);
}

/** Detects over a given source: the recording one of a snapshot being taken, or a test's own. */
export async function detectOver(source: Source, options: DetectOptions): Promise<HostProfile> {
	const { onProbe, signal } = options;
	const probes = new Probes(memoisedSource(source), {
		deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
		onProbe,
		signal,
	});
	const detected = await detectFrom(probes);
	if (signal?.aborted === true) throw new ShipeiError('call.interrupted');
	return {
		schema: 'shipei.host/1',
		detectedOn: (options.now?.() ?? new Date()).toISOString(),
		origin: source.origin,
		...(source.from === undefined ? detected : withTrueSources(detected, source.from)),
		probes: [...probes.reports].sort((one, other) => (one.name < other.name ? -1 : 1)),
	};
}

/** Evidence names what was really read. */
function withTrueSources<Part>(part: Part, from: ReadonlyMap<string, string>): Part {
	const text = JSON.stringify(part, (key, value: unknown) =>
		(key === 'from' || key === 'source') && typeof value === 'string' ? (from.get(value) ?? value) : value,
	);
	return JSON.parse(text) as Part;
}

export function openLive(options: DetectOptions): Source {
	const deadlineMs = Math.round((options.deadlineMs ?? DEFAULT_DEADLINE_MS) * READ_SHARE);
	return liveSource({ deadlineMs, signal: options.signal });
}

function openSnapshot(directory: string): Source {
	const there = statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
	if (!there) throw new ShipeiError('host.no-snapshot', { path: directory });
	return snapshotSource(directory);
}

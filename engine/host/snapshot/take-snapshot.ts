import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import { type DetectOptions, detectOver, openLive } from '../detect-host.ts';
import { maskRecording } from '../masking/mask-recording.ts';
import { type Recording, recordingSource } from '../source/recording-source.ts';
import {
	commandName,
	ENVIRONMENT_FILE,
	fileInSnapshot,
	LINKS_FILE,
	LISTINGS_FILE,
	SNAPSHOT_FILE,
	SNAPSHOT_FORMAT,
} from '../source/snapshot-layout.ts';

export interface SnapshotOptions extends Omit<DetectOptions, 'snapshot'> {
	/** A directory that is not there yet, or empty. */
	readonly out: string;
	/** Keep serials, MACs, host names and service keys. */
	readonly unmasked?: boolean | undefined;
	/** Named in snapshot.json: "shipei 0.1.0". */
	readonly tool?: string | undefined;
}

export interface SnapshotTaken {
	readonly out: string;
	readonly files: number;
	readonly commands: number;
	readonly masked: boolean;
}

/**
 * Detects the running machine and keeps exactly what was read, so that the detection can be repeated elsewhere.
 * @throws ShipeiError host.snapshot-exists, host.snapshot-not-written, call.interrupted
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<SnapshotTaken> {
	refuseToOverwrite(options.out);
	const { source, recording } = recordingSource(openLive(options));
	const profile = await detectOver(source, options);
	const kept = options.unmasked === true ? recording : maskRecording(recording, profile);
	try {
		writeSnapshot(options.out, kept, {
			format: SNAPSHOT_FORMAT,
			createdOn: profile.detectedOn,
			arch: profile.cpu.isa.value ?? process.arch,
			tool: options.tool ?? 'shipei',
			masked: options.unmasked !== true,
		});
	} catch (error) {
		rmSync(options.out, { recursive: true, force: true });
		const reason = error instanceof Error ? error.message : String(error);
		throw new ShipeiError('host.snapshot-not-written', { path: options.out, reason }, { cause: error });
	}
	return { out: options.out, files: kept.files.size, commands: kept.commands.size, masked: options.unmasked !== true };
}

function refuseToOverwrite(directory: string): void {
	let names: string[];
	try {
		names = readdirSync(directory);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
		throw new ShipeiError('host.snapshot-exists', { path: directory }, { cause: error });
	}
	if (names.length > 0) throw new ShipeiError('host.snapshot-exists', { path: directory });
}

/** Readable by its owner only: even a masked snapshot describes a machine closely. */
function writeSnapshot(directory: string, recording: Recording, head: Record<string, unknown>): void {
	mkdirSync(join(directory, 'commands'), { recursive: true, mode: 0o700 });
	mkdirSync(join(directory, 'files'), { recursive: true, mode: 0o700 });
	const write = (path: string, text: string) => {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		writeFileSync(path, text, { mode: 0o600 });
	};
	for (const [path, text] of recording.files) {
		const inside = fileInSnapshot(directory, path);
		if (inside !== undefined) write(inside, text);
	}
	for (const { argv, answer } of recording.commands.values()) {
		const base = join(directory, 'commands', commandName(argv));
		write(`${base}.stdout`, answer.stdout);
		if (answer.exitCode !== 0) write(`${base}.exit`, `${answer.exitCode ?? ''}\n`);
	}
	write(join(directory, LISTINGS_FILE), asJson(recording.listings));
	write(join(directory, LINKS_FILE), asJson(recording.links));
	write(join(directory, ENVIRONMENT_FILE), asJson(recording.environment));
	write(join(directory, SNAPSHOT_FILE), `${JSON.stringify(head, undefined, '\t')}\n`);
}

function asJson(map: ReadonlyMap<string, unknown>): string {
	const sorted = [...map].sort(([one], [other]) => (one < other ? -1 : 1));
	return `${JSON.stringify(Object.fromEntries(sorted), undefined, '\t')}\n`;
}

import { closeSync, fstatSync, globSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Evidence } from '../../../contract/evidence.ts';
import { runCommand } from '../../process/index.ts';
import { type Action, type ActionTools, keepText } from './action.ts';

const DEFAULT_BYTES = 1024 * 1024;
const COMMAND_DEADLINE_MS = 20_000;
const LINES = '5000';

/**
 * Takes the ends of logs as evidence. Salvage never fails for want of a log: what could not be had is written down in
 * an evidence of its own. Nothing is emptied or rotated.
 */
export const collectLogs: Action<'logs.collect'> = async (given, tools) => {
	const { units = [], files = [], kernel = false, bytes = DEFAULT_BYTES } = given;
	const missing: string[] = [];
	const evidence: Evidence[] = [];
	for (const pattern of files) {
		const paths = globSync(tools.path(pattern));
		if (paths.length === 0) missing.push(`${pattern}: ENOENT`);
		for (const file of paths) collectFile(file, bytes, tools, evidence, missing);
	}
	for (const unit of units) {
		const argv = ['journalctl', '--no-pager', '-o', 'short-iso', '-n', LINES, '-u', unit];
		await collectCommand(`${unit}.journal.txt`, argv, bytes, tools, evidence, missing);
	}
	if (kernel) await collectCommand('kernel.txt', ['dmesg'], bytes, tools, evidence, missing);
	if (missing.length > 0) evidence.push(keepText(tools.journal, 'not-collected.txt', `${missing.join('\n')}\n`));
	return { status: 'passed', evidence };
};

function collectFile(
	file: string,
	most: number,
	{ journal }: ActionTools,
	evidence: Evidence[],
	missing: string[],
): void {
	try {
		const descriptor = openSync(file, 'r');
		try {
			const { size } = fstatSync(descriptor);
			const buffer = Buffer.alloc(Math.min(size, most));
			const count = readSync(descriptor, buffer, 0, buffer.length, Math.max(0, size - most));
			const meta = { name: basename(file), mediaType: 'text/plain', role: 'log', source: file } as const;
			evidence.push(
				journal.keepEvidence({ ...meta, cutBytes: Math.max(0, size - most) }, { bytes: buffer.subarray(0, count) }),
			);
		} finally {
			closeSync(descriptor);
		}
	} catch (error) {
		missing.push(`${file}: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`);
	}
}

async function collectCommand(
	name: string,
	argv: readonly string[],
	most: number,
	{ journal, signal }: ActionTools,
	evidence: Evidence[],
	missing: string[],
): Promise<void> {
	const result = await runCommand(argv, { deadlineMs: COMMAND_DEADLINE_MS, maxBytes: 32 * 1024 * 1024, signal });
	if (result.state === 'exited' && result.exitCode === 0) {
		const bytes = Buffer.from(result.stdout, 'utf8');
		const meta = { name, mediaType: 'text/plain', role: 'log', source: argv.join(' ') } as const;
		evidence.push(
			journal.keepEvidence({ ...meta, cutBytes: Math.max(0, bytes.length - most) }, { bytes: bytes.subarray(-most) }),
		);
		return;
	}
	missing.push(`${argv.join(' ')}: ${result.state} ${result.exitCode ?? ''} ${result.stderr.slice(0, 500)}`.trim());
}

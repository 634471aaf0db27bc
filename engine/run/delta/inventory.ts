import { readFileSync } from 'node:fs';
import type { Delta } from '../../../contract/plan.ts';
import { runCommand } from '../../process/index.ts';
import { listFiles } from './list-files.ts';
import { listListeners } from './list-listeners.ts';
import { listProgramNames } from './list-program-names.ts';

export const KINDS = ['ports', 'services', 'packages', 'processes', 'files', 'taint'] as const;
export type Kind = (typeof KINDS)[number];

/** What is there at one moment, by kind: name to state. Null where it cannot be told on this machine. */
export type Inventory = Readonly<Partial<Record<Kind, ReadonlyMap<string, string> | null>>>;

const COMMAND_DEADLINE_MS = 60_000;

/** Takes only what the case asks for. */
export async function takeInventory(asked: Delta): Promise<Inventory> {
	return {
		...(asked.ports !== undefined && { ports: listListeners() }),
		...(asked.services !== undefined && { services: await runningServices() }),
		...(asked.packages !== undefined && { packages: await installedPackages() }),
		...(asked.processes !== undefined && { processes: listProgramNames() }),
		...(asked.files !== undefined && { files: listFiles(asked.files) }),
		...(asked.taint !== undefined && { taint: kernelTaint() }),
	};
}

async function runningServices(): Promise<Map<string, string> | null> {
	const argv = ['systemctl', 'list-units', '--type=service', '--state=running', '--no-legend', '--plain', '--no-pager'];
	const lines = await linesOf(argv);
	return lines === null ? null : new Map(lines.map((line) => [line.trim().split(/\s+/u)[0] ?? line, 'running']));
}

async function installedPackages(): Promise<Map<string, string> | null> {
	const dpkg = await linesOf(['dpkg-query', '-W', '-f', '${binary:Package}\\t${Version} ${db:Status-Abbrev}\\n']);
	const lines = dpkg ?? (await linesOf(['rpm', '-qa', '--qf', '%{NAME}.%{ARCH}\\t%{EPOCH}:%{VERSION}-%{RELEASE}\\n']));
	if (lines === null) return null;
	return new Map(
		lines.map((line) => {
			const [name = '', version = ''] = line.split('\t');
			return [name, version.trim()];
		}),
	);
}

function kernelTaint(): Map<string, string> | null {
	try {
		return new Map([['kernel', readFileSync('/proc/sys/kernel/tainted', 'utf8').trim()]]);
	} catch {
		// Not on this kernel.
		return null;
	}
}

async function linesOf(argv: readonly string[]): Promise<string[] | null> {
	const { state, exitCode, stdout, truncated } = await runCommand(argv, {
		deadlineMs: COMMAND_DEADLINE_MS,
		maxBytes: 64 * 1024 * 1024,
	});
	if (state !== 'exited' || exitCode !== 0 || truncated) return null;
	return stdout.split('\n').filter((line) => line !== '');
}

import { statSync } from 'node:fs';
import { readValues } from '../../parsers/index.ts';
import { runCommand } from '../../process/commands.ts';
import type { Manifest } from '../manifest/suite.ts';
import type { ToolState } from './find-missing.ts';

/** Starts a command that only prints its version, and answers what it printed (both streams); bounded by the caller. */
export type RunTool = (argv: readonly string[]) => Promise<Uint8Array>;

/** Five seconds and 64 KiB are more than any `--version` needs. */
export const runVersionCommand: RunTool = async (argv) => {
	const { stdout, stderr } = await runCommand(argv, { deadlineMs: 5_000, maxBytes: 64 * 1024 });
	return Buffer.from(`${stdout}\n${stderr}`);
};

const versions = new Map<string, string | null>();

/** Reads the versions of the tools for which the suite says how; those of an unchanged program are remembered. */
export async function readVersions(manifest: Manifest, tools: ToolState, run: RunTool): Promise<ToolState> {
	const found = new Map(tools.found);
	for (const [name, tool] of tools.found) {
		const rule = manifest.packages?.[name]?.version;
		if (rule === undefined || tool.version !== null) continue;
		const key = JSON.stringify([rule, tool.path, stampOf(tool.path)]);
		if (!versions.has(key)) versions.set(key, await versionOf([tool.path, ...rule.run.slice(1)], rule.regex, run));
		found.set(name, { ...tool, version: versions.get(key) ?? null });
	}
	return { ...tools, found };
}

async function versionOf(argv: readonly string[], regex: string, run: RunTool): Promise<string | null> {
	try {
		const answer = readValues({ regex }, await run(argv));
		return 'values' in answer ? (answer.values[0]?.text ?? null) : null;
	} catch {
		// The tool did not answer: its version is unknown, and what asks for it is told so.
		return null;
	}
}

function stampOf(path: string): string {
	const stat = statSync(path, { throwIfNoEntry: false });
	return `${stat?.ino}:${stat?.size}:${stat?.mtimeMs}`;
}

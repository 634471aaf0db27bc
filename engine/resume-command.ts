import { join } from 'node:path';

/** What continues an interrupted run after a restart of the machine: this program's own CLI on the same data folder. */
export function resumeCommand(root: string, dataDirectory: string): string[] {
	return [process.execPath, join(root, 'cli', 'shipei.js'), 'resume', '--data', dataDirectory];
}

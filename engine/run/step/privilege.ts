import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Reason } from '../../../contract/run.ts';

/** What to put before a command so that it runs as root; or why that is not possible here. */
export type Elevation = { readonly prefix: readonly string[] } | { readonly refused: Reason };

/** Root runs as it is; in a window pkexec asks the person, in a terminal sudo must already be allowed to. */
export function elevation(how: 'window' | 'terminal', uid: number | undefined, path: string): Elevation {
	if (uid === 0) return { prefix: [] };
	const tools = how === 'window' ? ['pkexec', 'sudo'] : ['sudo', 'pkexec'];
	const [tool] = tools.filter((name) => path.split(delimiter).some((folder) => existsSync(join(folder, name))));
	if (tool === 'sudo') return { prefix: ['sudo', '-n', '--'] };
	if (tool === 'pkexec' && how === 'window') return { prefix: ['pkexec', '--disable-internal-agent'] };
	return { refused: refusal('sudo, pkexec: not found') };
}

export function refusal(actual: string): Reason {
	return {
		code: 'privilege',
		text: {
			zh: '此步骤需要 root 权限，但未获得。请以 root 运行，或允许 sudo 免密执行后重试。',
			en: 'This step needs root, which was not granted. Run as root, or let sudo run without a password, then try again.',
		},
		expected: 'root',
		actual,
	};
}

import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** The same folder as the CLI's: --data DIR, else $SHIPEI_DATA, else the XDG data folder. */
export function dataDirectory(argv: readonly string[], environment: NodeJS.ProcessEnv): string {
	const at = argv.indexOf('--data');
	const option = at === -1 ? undefined : argv[at + 1];
	if (option !== undefined) return resolve(option);
	if (environment.SHIPEI_DATA) return resolve(environment.SHIPEI_DATA);
	const xdg = environment.XDG_DATA_HOME;
	return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share'), 'shipei');
}

import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** --data, else $SHIPEI_DATA, else the XDG data folder (XDG Base Directory Specification: relative values do not count). */
export function dataDirectory(option: string | undefined, environment: NodeJS.ProcessEnv): string {
	if (option !== undefined) return resolve(option);
	if (environment.SHIPEI_DATA) return resolve(environment.SHIPEI_DATA);
	const xdg = environment.XDG_DATA_HOME;
	return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share'), 'shipei');
}

import { dirname } from 'node:path';

/** What a step's environment is made of. */
export interface Surroundings {
	readonly engine: Readonly<Record<string, string | undefined>>;
	readonly nodePath: string;
	readonly kernels: string | null;
	readonly run: string;
	readonly key: string;
	readonly scratch: string;
	readonly data: string;
	readonly suiteDirectory: string;
}

const SYSTEM_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Taken over from the engine, because programs with a window and the user's own session need them. */
const TAKEN_OVER = [
	'HOME',
	'USER',
	'LOGNAME',
	'DISPLAY',
	'WAYLAND_DISPLAY',
	'XAUTHORITY',
	'XDG_RUNTIME_DIR',
	'XDG_SESSION_TYPE',
	'XDG_CURRENT_DESKTOP',
	'DBUS_SESSION_BUS_ADDRESS',
];

/**
 * The same for every start, whoever starts the run: English messages in UTF-8, the system's folders in PATH after those
 * of the operator, the session of the user. Everything else that the engine was started with stays out.
 */
export function stepEnvironment(
	surroundings: Surroundings,
	own: Readonly<Record<string, string>>,
): Record<string, string> {
	const { engine, kernels } = surroundings;
	const environment: Record<string, string> = { HOME: '/' };
	for (const name of TAKEN_OVER) {
		const value = engine[name];
		if (value !== undefined) environment[name] = value;
	}
	return {
		...environment,
		LC_ALL: 'C.UTF-8',
		PATH: pathOf(engine.PATH, dirname(surroundings.nodePath)),
		TERM: 'dumb',
		// Python would write its cache into the suite's folder, and a changed suite is refused.
		PYTHONDONTWRITEBYTECODE: '1',
		SHIPEI_NODE: surroundings.nodePath,
		...(kernels !== null && { SHIPEI_KERNELS: kernels }),
		SHIPEI_SCRATCH: surroundings.scratch,
		SHIPEI_DATA: surroundings.data,
		SHIPEI_SUITE_DIR: surroundings.suiteDirectory,
		SHIPEI_RUN: surroundings.run,
		SHIPEI_CASE: surroundings.key,
		...own,
	};
}

/** npm puts node_modules/.bin and its Node first: suites must find what the machine has, not what we were built with. */
function pathOf(inherited: string | undefined, nodeFolder: string): string {
	const folders = (inherited ?? '')
		.split(':')
		.filter((folder) => folder.startsWith('/') && !folder.includes('/node_modules/') && folder !== nodeFolder);
	return [...new Set([...folders, ...SYSTEM_PATH])].join(':');
}

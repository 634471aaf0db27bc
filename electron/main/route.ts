import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Links that a browser or another program may open; everything else is refused. */
const LINKS: Readonly<Record<string, RegExp>> = {
	run: /^[0-9a-f-]{8,36}$/u,
	report: /^sha256:[0-9a-f]{64}$/u,
	suite: /^[a-z][a-z0-9-]{0,63}$/u,
};
const SCREENS: Readonly<Record<string, string>> = { run: '/runs/', report: '/reports/', suite: '/suites/' };

const callSchema = z.strictObject({ argv: z.array(z.string()), directory: z.string() });
/** How the application was started, the first time or once more. */
export type Call = z.infer<typeof callSchema>;

/** The route for an .xcr file (path or file: address) or a shipei: link; null when it is neither. */
export function routeOf(argument: string, directory: string): string | null {
	const file = bundleFile(argument, directory);
	if (file !== null) return `/verify?file=${encodeURIComponent(file)}`;
	const link = /^shipei:(?<screen>[a-z]+)\?id=(?<id>[^&#]+)$/u.exec(argument)?.groups;
	if (link === undefined) return null;
	const { screen = '', id = '' } = link;
	const decoded = decode(id);
	if (decoded === null || !Object.hasOwn(LINKS, screen) || LINKS[screen]?.test(decoded) !== true) return null;
	return `${SCREENS[screen]}${encodeURIComponent(decoded)}`;
}

/** The first argument of a call that is a route. What another start sent is checked like everything from outside. */
export function routeOfCall(given: unknown): string | null {
	const call = callSchema.safeParse(given);
	if (!call.success) return null;
	const { argv, directory } = call.data;
	return argv.map((argument) => routeOf(argument, directory)).find((route) => route !== null) ?? null;
}

function bundleFile(argument: string, directory: string): string | null {
	if (!/\.xcr$/iu.test(argument) || argument.startsWith('-') || argument.startsWith('shipei:')) return null;
	if (!argument.startsWith('file:')) return resolve(directory, argument);
	try {
		return fileURLToPath(argument);
	} catch {
		// A file: address of another machine, or with an encoded slash, is no file here.
		return null;
	}
}

function decode(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

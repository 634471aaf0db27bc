import { isAbsolute } from 'node:path';

/** Links that a browser or another program may open; everything else is refused. */
const LINKS: Readonly<Record<string, RegExp>> = {
	run: /^[0-9a-f-]{8,36}$/u,
	report: /^sha256:[0-9a-f]{64}$/u,
	suite: /^[a-z][a-z0-9-]{0,63}$/u,
};
const SCREENS: Readonly<Record<string, string>> = { run: '/runs/', report: '/reports/', suite: '/suites/' };

/** The route for what the app was started or called with: an .xcr file or a shipei: link; null when it is neither. */
export function routeOf(argument: string): string | null {
	if (/\.xcr$/iu.test(argument) && isAbsolute(argument)) return `/verify?file=${encodeURIComponent(argument)}`;
	const link = /^shipei:(?<screen>[a-z]+)\?id=(?<id>[^&#]+)$/u.exec(argument)?.groups;
	if (link === undefined) return null;
	const { screen = '', id = '' } = link;
	const decoded = decode(id);
	if (decoded === null || !Object.hasOwn(LINKS, screen) || LINKS[screen]?.test(decoded) !== true) return null;
	return `${SCREENS[screen]}${encodeURIComponent(decoded)}`;
}

/** The first argument of a command line that is a route. */
export function routeOfArguments(argv: readonly string[]): string | null {
	for (const argument of argv.slice(1)) {
		const route = routeOf(argument);
		if (route !== null) return route;
	}
	return null;
}

function decode(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

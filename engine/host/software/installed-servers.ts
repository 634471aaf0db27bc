import { evidence } from '../field.ts';
import { answered } from '../parse/dmi-text.ts';
import { expandPath } from '../source/expand-path.ts';
import type { Source } from '../source/source.ts';
import { familyOf, SERVER_FAMILIES } from './servers/families.ts';
import type { ServerFamily, Sighting } from './servers/server-family.ts';

const UNIT_DIRECTORIES = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];
/** Services of products that are installed wherever their owner liked. */
const UNIT_NAMES =
	/^(?:Dm(?:Service|AP|Watcher|Monitor)\w*|kingbase\S*|gbase\S*|hgdb\S*|highgo\S*|opengauss\S*|vastbase\S*|oceanbase\S*|yashandb\S*|oscar\S*|shentong\S*|xugu\S*|tidb\S*|postgresql-?\d*|mysqld?|mariadb|redis\S*)\.service$/iu;

/** Server programs that lie where their installers put them, or where a service says. */
export async function findInstalledServers(source: Source): Promise<{ family: ServerFamily; sighting: Sighting }[]> {
	const usual = await Promise.all(
		SERVER_FAMILIES.map(async (family) => {
			const paths = (await Promise.all(family.installs.map((pattern) => expandPath(source, pattern)))).flat();
			return paths.map((path) => ({ family, sighting: sightingOf(path, undefined) }));
		}),
	);
	const seen = new Set(usual.flat().map(({ sighting }) => sighting.program));
	const byUnit = (await serversOfUnits(source)).filter(({ sighting }) => !seen.has(sighting.program));
	return [...usual.flat(), ...byUnit, ...(source.origin === 'snapshot' ? await serversThatAnswered(source) : [])];
}

/** Programs that a name alone calls, as people note them down: `kingbase -V`. */
const BARE_NAMES = (
	'kingbase gaussdb vastbase postgres hgdb mysqld mariadbd gbased dmserver oninit observer tidb-server yasdb ' +
	'redis-server mongod'
).split(' ');

/** A snapshot may hold a server's answer and no trace of where it lies. */
async function serversThatAnswered(source: Source): Promise<{ family: ServerFamily; sighting: Sighting }[]> {
	const found = await Promise.all(
		BARE_NAMES.map(async (name) => {
			const family = familyOf(name);
			const sighting = { ...sightingOf(name, undefined), evidence: [] };
			const commands = family?.ask(sighting).map(([program = '', ...args]) => [program.replace(/^\//u, ''), ...args]);
			const answers = await answered(source, commands ?? []);
			return family === undefined || answers.length === 0 ? undefined : { family, sighting };
		}),
	);
	const servers = found.filter((server) => server !== undefined);
	// gsql answers for every name of its family.
	return servers.filter(({ family }, index) => servers.findIndex((other) => other.family === family) === index);
}

async function serversOfUnits(source: Source): Promise<{ family: ServerFamily; sighting: Sighting }[]> {
	const listings = await Promise.all(UNIT_DIRECTORIES.map((path) => source.list(path)));
	const paths = listings.flatMap((names, index) =>
		(names ?? []).filter((name) => UNIT_NAMES.test(name)).map((name) => `${UNIT_DIRECTORIES[index]}/${name}`),
	);
	const servers = await Promise.all(paths.map((path) => serverOfUnit(source, path)));
	return servers.filter((server) => server !== undefined);
}

/** The server program beside whatever the service starts: often a script in the same bin directory. */
async function serverOfUnit(
	source: Source,
	path: string,
): Promise<{ family: ServerFamily; sighting: Sighting } | undefined> {
	const start = /^\s*ExecStart\s*=\s*[-@:+!]*(\/\S+)/mu.exec((await source.readText(path)) ?? '')?.[1];
	if (start === undefined) return undefined;
	const directory = start.slice(0, start.lastIndexOf('/'));
	// The system's own directories hold thousands of programs; a service's own directory holds the server.
	if (/^\/(?:usr\/)?(?:local\/)?s?bin$/u.test(directory) && familyOf(start) === undefined) return undefined;
	const names = (await source.list(directory)) ?? [];
	const unit = path.split('/').at(-1) ?? '';
	const named = familyOf(start);
	const program =
		named === undefined
			? names.find((name) => name !== 'java' && familyOf(name) !== undefined)
			: start.split('/').at(-1);
	const family = program === undefined ? undefined : familyOf(program);
	if (program === undefined || family === undefined || family.program.test('java') || !names.includes(program))
		return undefined;
	return { family, sighting: sightingOf(`${directory}/${program}`, unit) };
}

function sightingOf(program: string, unit: string | undefined): Sighting {
	return {
		program,
		launcher: [program],
		args: [],
		cwd: undefined,
		pid: undefined,
		ports: [],
		unit,
		container: undefined,
		evidence: [evidence(program, 'present')],
	};
}

import type { InstalledPackage } from './packages.ts';
import { upstreamVersion } from './packages.ts';
import type { Judgement } from './servers/server-family.ts';

/** Server programs that a distribution's package puts in its own place: the package says what they are. */
const SERVERS: readonly { path: RegExp; id: string; name: string; packages: (match: RegExpExecArray) => string[] }[] = [
	{
		path: /^\/usr\/lib\/postgresql\/(\d+)\/bin\/postgres$/u,
		id: 'postgresql',
		name: 'PostgreSQL',
		packages: (match) => [`postgresql-${match[1]}`],
	},
	{
		path: /^\/usr\/sbin\/mariadbd$/u,
		id: 'mariadb',
		name: 'MariaDB',
		packages: () => ['mariadb-server-core', 'mariadb-server'],
	},
	{ path: /^\/usr\/bin\/redis-server$/u, id: 'redis', name: 'Redis', packages: () => ['redis-server', 'redis'] },
	{ path: /^\/usr\/bin\/sqlite3$/u, id: 'sqlite', name: 'SQLite', packages: () => ['sqlite3', 'sqlite'] },
	{ path: /^\/usr\/sbin\/nginx$/u, id: 'nginx', name: 'nginx', packages: () => ['nginx'] },
	{ path: /^\/usr\/sbin\/apache2$/u, id: 'apache', name: 'Apache HTTP Server', packages: () => ['apache2-bin'] },
];

const POSTGRESQL_MAJORS = ['9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19'];

export const SERVER_PACKAGES = [
	...POSTGRESQL_MAJORS.map((major) => `postgresql-${major}`),
	'mariadb-server-core',
	'mariadb-server',
	'redis-server',
	'redis',
	'sqlite3',
	'sqlite',
	'nginx',
	'apache2-bin',
];

/** What the package database says of an installed server; undefined when no package of the distribution owns it. */
export function judgeByPackage(
	program: string,
	packages: ReadonlyMap<string, InstalledPackage>,
): Judgement | undefined {
	for (const { path, id, name, packages: names } of SERVERS) {
		const match = path.exec(program);
		const owner = match === null ? undefined : names(match).find((candidate) => packages.has(candidate));
		const installed = owner === undefined ? undefined : packages.get(owner);
		if (installed === undefined) continue;
		const version = { value: upstreamVersion(installed.version), evidence: installed.evidence };
		return { id, name, confidence: 'certain', evidence: installed.evidence, version };
	}
	return undefined;
}

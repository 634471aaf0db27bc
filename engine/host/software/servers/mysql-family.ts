import { evidence } from '../../field.ts';
import type { Source } from '../../source/source.ts';
import type { ServerFamily, Settings, Sighting } from './server-family.ts';
import {
	answeredOtherwise,
	judgeByPort,
	judgeByText,
	judgeByWords,
	type TextRule,
	type WordRule,
} from './text-rules.ts';

const TEXTS: readonly TextRule[] = [
	{ id: 'mariadb', name: 'MariaDB', pattern: /\bVer (\d+(?:\.\d+)+)-MariaDB/u },
	{ id: 'greatsql', name: 'GreatSQL 万里', pattern: /\bVer (\d+(?:\.\d+)+(?:-\d+)?) .*\(GreatSQL/u },
	{ id: 'percona', name: 'Percona Server', pattern: /\bVer (\d+(?:\.\d+)+(?:-\d+)?) .*\(Percona/u },
	{ id: 'tdsql', name: 'TDSQL 腾讯', pattern: /\bVer (\d+(?:\.\d+)+)\S* .*TDSQL/u },
	{ id: 'goldendb', name: 'GoldenDB 金篆', pattern: /\bVer (\d+(?:\.\d+)+)\S* .*GoldenDB/u },
	// Tencent's kernel, which is there without its TDSQL too.
	{ id: 'txsql', name: 'TXSQL 腾讯', pattern: /\bVer (\d+(?:\.\d+)+)\S*-txsql\b/iu },
	{ id: 'mysql', name: 'MySQL', pattern: /\bVer (\d+(?:\.\d+)+)\S* .*\(MySQL (Community|Enterprise) Server/u },
	{ id: 'mysql', name: 'MySQL', pattern: /\bVer (\d+(?:\.\d+)+) .*\((?:MySQL |Ubuntu|Debian)/u },
	{ id: 'mysql', name: 'MySQL', pattern: /\bmysqld\s+Ver (\d+(?:\.\d+)+)(?:-log)? for (?:linux|Linux)/u },
];

/** Where products of several servers put each: their own directories, whatever the server calls itself. */
const WORDS: readonly WordRule[] = [
	{ id: 'tdsql', name: 'TDSQL 腾讯', pattern: /\/tdsql_run\//u },
	{ id: 'goldendb', name: 'GoldenDB 金篆', pattern: /\/goldendb\//iu },
];

export const MYSQL_FAMILY: ServerFamily = {
	kind: 'database',
	program: /^(?:mysqld|mariadbd|mysqld-debug)$/u,
	ports: [3306],
	ask: (sighting) => [[...sighting.launcher, '--version']],
	judge(sighting, answers) {
		const byText = judgeByText(TEXTS, answers);
		const byWords = judgeByWords(WORDS, sighting);
		if (byWords !== undefined && (byText !== undefined || !answeredOtherwise(answers)))
			return { ...byWords, version: byText?.version };
		if (byText !== undefined) return byText;
		if (answeredOtherwise(answers)) return undefined;
		if (sighting.program.endsWith('mariadbd')) {
			return judgeByWords([{ id: 'mariadb', name: 'MariaDB', pattern: /\bmariadbd\b/u }], sighting);
		}
		return { id: null, name: 'MySQL family', confidence: 'likely' };
	},
	settings: readSettings,
	installs: [
		'/usr/sbin/mariadbd',
		'/usr/libexec/mariadbd',
		'/usr/sbin/mysqld',
		'/usr/libexec/mysqld',
		'/usr/local/mysql/bin/mysqld',
		'/opt/mysql*/bin/mysqld',
	],
};

export const GBASE8A_FAMILY: ServerFamily = {
	kind: 'database',
	program: /^gbased$/u,
	ports: [5258, 5050],
	ask: (sighting) => [[...sighting.launcher, '--version']],
	judge(sighting, answers) {
		const name = 'GBase 8a 南大通用';
		const byText = judgeByText([{ id: 'gbase8a', name, pattern: /gbase\w*\s+Ver\s+(\d+(?:\.\d+)+\w*)/iu }], answers);
		if (byText !== undefined) return byText;
		if (answeredOtherwise(answers)) return undefined;
		return (
			judgeByWords([{ id: 'gbase8a', name, pattern: /\/gbase\b|\/gnode\b|gbase_8a/iu }], sighting) ??
			judgeByPort('gbase8a', name, [5258, 5050], sighting)
		);
	},
	settings: readSettings,
	installs: ['/opt/gnode/server/bin/gbased', '/opt/*/gnode/server/bin/gbased', '/usr/local/gbase/server/bin/gbased'],
};

async function readSettings(_source: Source, sighting: Sighting): Promise<Settings> {
	const argument = sighting.args.find((arg) => arg.startsWith('--datadir='))?.slice('--datadir='.length);
	const directory = argument ?? (sighting.cwd === '/' ? undefined : sighting.cwd);
	if (directory === undefined) return {};
	const from = argument === undefined ? `/proc/${sighting.pid}/cwd` : `/proc/${sighting.pid}/cmdline`;
	return { dataDirectory: { value: directory.replace(/\/$/u, ''), evidence: evidence(from, directory) } };
}

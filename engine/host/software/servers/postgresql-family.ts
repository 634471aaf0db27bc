import { evidence } from '../../field.ts';
import type { Source } from '../../source/source.ts';
import {
	directoryOf,
	type Judgement,
	type ServerFamily,
	type Settings,
	type Sighting,
	wordsOf,
} from './server-family.ts';
import { answeredOtherwise, judgeByText, judgeByWords, type TextRule, type WordRule } from './text-rules.ts';

/** Order matters: descendants keep "PostgreSQL" in their texts. */
const TEXTS: readonly TextRule[] = [
	{ id: 'kingbase', name: 'KingbaseES 人大金仓', pattern: /KINGBASE(?:ES)? ?(?:\(KingbaseES\) )?(V\d{3}R\d{3}C\w+)/iu },
	{
		id: 'vastbase',
		name: 'Vastbase 海量',
		pattern: /Vastbase (?<edition>[A-Z]\d+) (?<version>V[\d.]+(?: \(Build \d+\))?)/iu,
	},
	{ id: 'gbase8c', name: 'GBase 8c 南大通用', pattern: /GBase ?8c\w* ?(?:[A-Z]*S?)?([\d.]+\w*)/iu },
	{ id: 'highgo', name: 'HighGo 瀚高', pattern: /(?:HighGo|HGDB)[^\d\n]*(\d+(?:\.\d+)+)/iu },
	{ id: 'polardb', name: 'PolarDB', pattern: /PolarDB[^\d\n]*(\d+(?:\.\d+)+)/iu },
	{ id: 'uxdb', name: 'UXDB 优炫', pattern: /UXDB[^\d\n]*(\d+(?:\.\d+)+)/iu },
	{ id: 'mogdb', name: 'MogDB', pattern: /\(MogDB (\d+(?:\.\d+)+)/iu },
	{ id: 'opengauss', name: 'openGauss', pattern: /\(+openGauss (\d+(?:\.\d+)+(?:-RC\d+)?)/iu },
	{
		id: 'gaussdb',
		name: 'GaussDB',
		pattern: /\(+GaussDB(?: Kernel)? (V?\d\w*(?:\.\w+)*)(?! build \w* ?\) compiled [^\n]* commit 0 last mr)\b/iu,
	},
	{
		id: 'postgresql',
		name: 'PostgreSQL',
		pattern: /^postgres \(PostgreSQL\) (\d+(?:\.\d+)*(?:beta\d+|rc\d+|devel)?)/imu,
	},
];

const WORDS: readonly WordRule[] = [
	{ id: 'kingbase', name: 'KingbaseES 人大金仓', pattern: /\/Kingbase\/|\/KingbaseES|kingbase\.conf/iu },
	{ id: 'vastbase', name: 'Vastbase 海量', pattern: /\/vastbase\b/iu },
	{ id: 'gbase8c', name: 'GBase 8c 南大通用', pattern: /\/gbase ?8?c?_?db\b|\/gbase8c/iu },
	{ id: 'highgo', name: 'HighGo 瀚高', pattern: /\/highgo|\bhgdb\b|hgdb-(?:see|ee)/iu },
	{ id: 'uxdb', name: 'UXDB 优炫', pattern: /\/uxdb/iu },
	{ id: 'polardb', name: 'PolarDB', pattern: /\/\w*polardb_?pg|\/polardb\b/iu },
	{ id: 'mogdb', name: 'MogDB', pattern: /\/mogdb/iu },
	{ id: 'opengauss', name: 'openGauss', pattern: /\/openGauss/iu },
];

/** Where PostgreSQL's own packages put the program: enough for a name when it cannot be asked. */
const POSTGRESQL_HOME = /\/(?:lib\/postgresql\/(\d+)|pgsql-(\d+))\/bin\/postgres$/u;

export const POSTGRESQL_FAMILY: ServerFamily = {
	kind: 'database',
	program: /^(?:postgres|postmaster|hgdb|uxdb)$/u,
	ports: [5432, 5866],
	ask: (sighting) => [[...sighting.launcher, '-V']],
	judge: (sighting, answers) => judgePostgres(sighting, answers),
	settings: readSettings,
	installs: [
		'/usr/lib/postgresql/*/bin/postgres',
		'/usr/pgsql-*/bin/postgres',
		'/usr/local/pgsql/bin/postgres',
		'/opt/highgo/*/bin/postgres',
		'/opt/HighGo*/bin/postgres',
		'/opt/uxdb/*/bin/uxdb',
	],
};

function judgePostgres(sighting: Sighting, answers: Parameters<ServerFamily['judge']>[1]): Judgement | undefined {
	const byText = judgeByText(TEXTS, answers);
	const byWords = judgeByWords(WORDS, sighting);
	// A descendant may leave the original's version text unchanged: then its paths tell, and the text is the base's.
	if (byText?.id === 'postgresql' && byWords !== undefined) return { ...byWords, ...inPath(sighting) };
	if (byText !== undefined) return byText;
	if (byWords !== undefined) return { ...byWords, ...inPath(sighting) };
	if (answeredOtherwise(answers)) return undefined;
	const home = POSTGRESQL_HOME.exec(sighting.program);
	if (home !== null) {
		const line = evidence(sighting.program, home[0]);
		const version = home[1] ?? home[2];
		return {
			id: 'postgresql',
			name: 'PostgreSQL',
			confidence: 'likely',
			evidence: line,
			version: version === undefined ? undefined : { value: version, evidence: line },
		};
	}
	return { id: null, name: 'PostgreSQL family', confidence: 'likely' };
}

/** "hgdb-see-4.5.8", "HighGo4.3.4.7-see": the security edition is called see, the enterprise one ee. */
function inPath(sighting: Sighting): Pick<Judgement, 'version' | 'edition'> {
	const words = wordsOf(sighting);
	const version = /(?:hgdb-\w+-|HighGo)(\d+(?:\.\d+)+)/iu.exec(words);
	const edition = /(?:hgdb|HighGo[\d.]+)-(see|ee)\b/iu.exec(words);
	const said = (match: RegExpExecArray | null, show = (text: string) => text) =>
		match?.[1] === undefined ? undefined : { value: show(match[1]), evidence: evidence(sighting.program, match[0]) };
	return { version: said(version), edition: said(edition, (text) => text.toUpperCase()) };
}

export const KINGBASE_FAMILY: ServerFamily = {
	kind: 'database',
	program: /^kingbase$/u,
	ports: [54321],
	ask: (sighting) => [[...sighting.launcher, '-V']],
	judge(sighting, answers) {
		const byText = judgeByText(TEXTS, answers);
		if (byText !== undefined) return byText;
		if (answeredOtherwise(answers)) return undefined;
		return (
			judgeByWords(WORDS, sighting) ??
			judgeByWords([{ id: 'kingbase', name: 'KingbaseES 人大金仓', pattern: / -D \S+/u }], sighting)
		);
	},
	settings: readSettings,
	installs: [
		'/opt/Kingbase/ES/*/Server/bin/kingbase',
		'/opt/Kingbase/ES/Server/bin/kingbase',
		'/home/kingbase/*/Server/bin/kingbase',
	],
};

export const GAUSS_FAMILY: ServerFamily = {
	kind: 'database',
	program: /^(?:gaussdb|vastbase|mogdb)$/u,
	ports: [5432, 15400, 26000, 15432],
	// The client comes from the same build and bears the product's name too.
	ask: (sighting) => [
		[...sighting.launcher, '-V'],
		[`${directoryOf(sighting)}/gsql`, '-V'],
	],
	judge(sighting, answers) {
		if (isHelper(sighting)) return undefined;
		const named = judgeByText(TEXTS, answers) ?? judgeByWords(WORDS, sighting);
		if (named !== undefined) return named;
		if (answeredOtherwise(answers) && !answers.some(({ text }) => SELF_BUILT.test(text))) return undefined;
		return { id: null, name: 'openGauss family', confidence: 'likely' };
	},
	settings: readSettings,
	installs: [
		'/opt/huawei/install/app/bin/gaussdb',
		'/opt/openGauss/*/bin/gaussdb',
		'/opt/software/openGauss/bin/gaussdb',
		'/usr/local/opengauss/bin/gaussdb',
		'/home/vastbase/local/vastbase/bin/gaussdb',
		'/opt/vastbase/*/bin/gaussdb',
		'/home/gbase/gbase_db/app/bin/gaussdb',
	],
};

/** openGauss bears GaussDB's name when somebody built it from its source: no release of Huawei's has no commits. */
const SELF_BUILT = /\(+GaussDB Kernel \S+ build [^\n]* commit 0 last mr/iu;

/** "gaussdb fenced UDF master process" runs beside each server, and is no child of it. */
function isHelper({ title, args: [first] }: Sighting): boolean {
	return / [^-]/u.test(title ?? '') || (first !== undefined && !first.startsWith('-'));
}

const MODE_KEYS = /^\s*(?:database_mode|compatible_mode|sql_compatibility)\s*=\s*'?(\w+)'?/mu;

/** The server changes into its data directory; -D names it. The mode may stand in its configuration file. */
async function readSettings(source: Source, sighting: Sighting): Promise<Settings> {
	const index = sighting.args.indexOf('-D');
	const argument = index < 0 ? undefined : sighting.args[index + 1];
	const directory = argument ?? (sighting.cwd === '/' ? undefined : sighting.cwd);
	if (directory === undefined) return {};
	const from = argument === undefined ? `/proc/${sighting.pid}/cwd` : `/proc/${sighting.pid}/cmdline`;
	const dataDirectory = { value: directory, evidence: evidence(from, directory) };
	let settings: Settings = { dataDirectory };
	// What ALTER SYSTEM writes is read last.
	for (const name of ['kingbase.conf', 'postgresql.conf', 'kingbase.auto.conf', 'postgresql.auto.conf']) {
		const path = `${directory}/${name}`;
		const text = (await source.readText(path)) ?? '';
		const mode = MODE_KEYS.exec(text);
		const port = /^\s*port\s*=\s*'?(\d+)/mu.exec(text);
		settings = {
			...settings,
			...(port === null ? {} : { port: { value: Number(port[1]), evidence: evidence(path, port[0].trim()) } }),
			...(mode?.[1] === undefined
				? {}
				: { compatibilityMode: { value: mode[1].toLowerCase(), evidence: evidence(path, mode[0].trim()) } }),
		};
	}
	const asked = sighting.args.indexOf('-p');
	const port = asked < 0 ? Number.NaN : Number(sighting.args[asked + 1]);
	return port > 0 ? { ...settings, port: { value: port, evidence: evidence(from, `-p ${port}`) } } : settings;
}

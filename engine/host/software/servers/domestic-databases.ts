import { evidence } from '../../field.ts';
import type { Source } from '../../source/source.ts';
import { directoryOf, type ServerFamily, type Settings, type Sighting } from './server-family.ts';
import {
	answeredOtherwise,
	judgeByPort,
	judgeByText,
	judgeByWords,
	type TextRule,
	type WordRule,
} from './text-rules.ts';

interface SimpleFamily {
	readonly id: string;
	readonly name: string;
	readonly program: RegExp;
	readonly ports: readonly number[];
	readonly ask: ServerFamily['ask'];
	readonly texts: readonly TextRule['pattern'][];
	readonly words: WordRule['pattern'];
	/** For products whose programs have no documented way to tell: their installers name the directory after it. */
	readonly versionInPath?: RegExp;
	/** Others that answer under the same program name. */
	readonly rivals?: readonly TextRule[];
	readonly settings?: (source: Source, sighting: Sighting) => Promise<Settings>;
	readonly installs: readonly string[];
}

/** A product with a program name of its own: its version text names it, else its paths, else its usual port. */
function simple(family: SimpleFamily): ServerFamily {
	const { id, name } = family;
	return {
		kind: 'database',
		program: family.program,
		ports: family.ports,
		ask: family.ask,
		judge(sighting, answers) {
			const rules = [...(family.rivals ?? []), ...family.texts.map((pattern) => ({ id, name, pattern }))];
			const byText = judgeByText(rules, answers);
			if (byText !== undefined) return byText;
			if (answeredOtherwise(answers)) return undefined;
			const named =
				judgeByWords([{ id, name, pattern: family.words }], sighting) ?? judgeByPort(id, name, family.ports, sighting);
			const inPath = family.versionInPath?.exec(sighting.program);
			if (named === undefined || inPath?.[1] === undefined) return named;
			return { ...named, version: { value: inPath[1], evidence: evidence(sighting.program, inPath[0]) } };
		},
		...(family.settings === undefined ? {} : { settings: family.settings }),
		installs: family.installs,
	};
}

const DAMENG = simple({
	id: 'dameng',
	name: 'DM8 达梦',
	program: /^dmserver$/u,
	ports: [5236],
	// The server itself is never called: what it does not understand, it may take for a start.
	ask: (sighting) => [
		[`${directoryOf(sighting)}/disql`, 'help'],
		[`${directoryOf(sighting)}/dminit`, 'help'],
	],
	texts: [
		/\bversion: (\d{6,}-\d{8}-\d+-\d+(?: Pack\d+)?)/iu,
		/DM Database Server(?: 64)? (V\d+)/u,
		/\bdisql (V\d+)/u,
		/\binitdb (V\d+)/u,
	],
	words: /\bdm\.ini\b|\/dmdbms\b|\/dm[78]\b|DmService/u,
	settings: damengSettings,
	installs: [
		'/opt/dmdbms/bin/dmserver',
		'/home/dmdba/dmdbms/bin/dmserver',
		'/home/dmdba/dm8/bin/dmserver',
		'/dm8/bin/dmserver',
		'/dm/bin/dmserver',
	],
});

/** COMPATIBLE_MODE in dm.ini. */
const DAMENG_MODES: Readonly<Record<string, string>> = {
	'0': 'none',
	'1': 'sql92',
	'2': 'oracle',
	'3': 'sqlserver',
	'4': 'mysql',
	'5': 'dm6',
	'6': 'teradata',
	'7': 'postgresql',
};

async function damengSettings(source: Source, sighting: Sighting): Promise<Settings> {
	const path = sighting.args.find((arg) => /^path=.+\.ini$/iu.test(arg))?.slice('path='.length);
	if (path === undefined) return {};
	const directory = path.slice(0, path.lastIndexOf('/'));
	const dataDirectory = { value: directory, evidence: evidence(`/proc/${sighting.pid}/cmdline`, `path=${path}`) };
	const text = (await source.readText(path)) ?? '';
	const match = /^\s*COMPATIBLE_MODE\s*=\s*(\d)/mu.exec(text);
	const mode = DAMENG_MODES[match?.[1] ?? ''];
	const port = /^\s*PORT_NUM\s*=\s*(\d+)/mu.exec(text);
	return {
		dataDirectory,
		...(port === null ? {} : { port: { value: Number(port[1]), evidence: evidence(path, port[0].trim()) } }),
		...(match === null || mode === undefined
			? {}
			: { compatibilityMode: { value: mode, evidence: evidence(path, match[0].trim()) } }),
	};
}

const GBASE8S = simple({
	id: 'gbase8s',
	name: 'GBase 8s 南大通用',
	program: /^oninit$/u,
	ports: [9088],
	ask: (sighting) => [[`${directoryOf(sighting)}/onstat`, '-']],
	texts: [/GBase (?:Database )?Server Version (\d+(?:\.\w+)+)/iu, /not initialized for GBASEDBTSERVER/u],
	words: /\/gbase|GBASEDBT|gbasedbt/iu,
	rivals: [{ id: 'informix', name: 'IBM Informix', pattern: /Informix Dynamic Server Version (\d+(?:\.\w+)+)/u }],
	installs: [
		'/opt/gbase/bin/oninit',
		'/opt/GBASE/gbase/bin/oninit',
		'/home/gbase/*/bin/oninit',
		'/opt/gbase8s/bin/oninit',
		'/home/gbasedbt/*/bin/oninit',
	],
});

const SHENTONG = simple({
	id: 'shentong',
	name: 'ShenTong 神通',
	program: /^oscar$/u,
	ports: [2003],
	ask: () => [],
	texts: [],
	versionInPath: /ShenTong[-_]?V?(\d+(?:\.\d+)*)/iu,
	words: /\/ShenTong|\/shentong|oscardb|\/oscar\/bin/iu,
	installs: ['/opt/ShenTong/bin/oscar', '/opt/shentong/bin/oscar', '/home/*/ShenTong/bin/oscar'],
});

const OCEANBASE = simple({
	id: 'oceanbase',
	name: 'OceanBase',
	program: /^observer$/u,
	ports: [2881, 2882],
	ask: (sighting) => [[...sighting.launcher, '-V']],
	texts: [
		/^observer \(OceanBase_(?<edition>CE) (?<version>\d+(?:\.\d+)+)/imu,
		/^observer \(OceanBase (\d+(?:\.\d+)+)/imu,
	],
	// MiniOB, which teaches how OceanBase works, has a program of this name too.
	words: /^(?!.*miniob).*\/oceanbase/iu,
	async settings(_source, sighting) {
		const { cwd, pid, args } = sighting;
		const port = Number(args[args.indexOf('-p') + 1]);
		return {
			...(args.includes('-p') && port > 0
				? { port: { value: port, evidence: evidence(`/proc/${pid}/cmdline`, `-p ${port}`) } }
				: {}),
			...(cwd === undefined || cwd === '/'
				? {}
				: { dataDirectory: { value: cwd, evidence: evidence(`/proc/${pid}/cwd`, cwd) } }),
		};
	},
	installs: ['/home/admin/oceanbase/bin/observer', '/root/*/oceanbase/bin/observer', '/opt/oceanbase/bin/observer'],
});

const TIDB = simple({
	id: 'tidb',
	name: 'TiDB',
	program: /^tidb-server$/u,
	ports: [4000, 10080],
	ask: (sighting) => [[...sighting.launcher, '-V']],
	texts: [/Release Version:\s*v?(\d+(?:\.\d+)+\S*)(?:[\s\S]*?Edition:\s*(\w+))?/u],
	words: /\/tidb(?:-deploy|-server)?\b/u,
	installs: ['/tidb-deploy/*/bin/tidb-server', '/opt/tidb/bin/tidb-server'],
});

const XUGU = simple({
	id: 'xugu',
	name: 'XuguDB 虚谷',
	program: /^xugu(?:_linux\w*|_server|db)?$/iu,
	ports: [5138],
	ask: () => [],
	texts: [],
	versionInPath: /Xugu(?:DB)?[-_]?V?(\d+(?:\.\d+)+)/iu,
	words: /\/Xugu/iu,
	// The program bears its architecture and the day of its build: "xugu_linux_x86_64_20250327".
	installs: ['/opt', '/home/*', '/data'].flatMap((home) =>
		['Server/BIN', 'BIN'].map((bin) => `${home}/[Xx]ugu*/${bin}/xugu_linux_*`),
	),
});

const YASHANDB = simple({
	id: 'yashandb',
	name: 'YashanDB 崖山',
	program: /^yasdb$/u,
	ports: [1688],
	ask: (sighting) => [[...sighting.launcher, '-V']],
	texts: [
		/YashanDB (?:Server )?(?:\w+ Edition )?Release (?:Server )?(\d+(?:\.\d+)+)/iu,
		/\byasdb[^\d\n]*(\d+(?:\.\d+)+)/iu,
	],
	words: /\/yashandb|\/yasdb_home|\/yasdb_data/iu,
	installs: [
		'/opt/yashandb/bin/yasdb',
		'/home/yashan/*/bin/yasdb',
		'/home/yashan/yasdb_home/*/bin/yasdb',
		'/data/yashan/yasdb_home/*/bin/yasdb',
	],
});

export const DOMESTIC_DATABASES: readonly ServerFamily[] = [DAMENG, GBASE8S, SHENTONG, OCEANBASE, TIDB, XUGU, YASHANDB];

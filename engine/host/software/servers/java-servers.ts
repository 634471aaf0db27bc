import { evidence } from '../../field.ts';
import type { CommandText } from '../../parse/dmi-text.ts';
import type { Judgement, ServerFamily, Sighting } from './server-family.ts';

interface JavaServer {
	readonly id: string;
	readonly name: string;
	/** Tested against the main class or jar and the keys and values of -D options: what is started, not what it is given. */
	readonly started: RegExp;
	/** The option that names its directory, for the version. */
	readonly home: RegExp;
	readonly versionCommand?: (home: string) => readonly string[];
	readonly versionText?: RegExp;
	readonly versionInPath?: RegExp;
}

/** Order matters: domestic servers descend from Tomcat and may name its classes too. */
const SERVERS: readonly JavaServer[] = [
	{
		id: 'tongrds',
		name: 'TongRDS 东方通',
		started: /tongrds|com\.tongtech\.(?:rds|memdb)/iu,
		home: /^-Dtongrds\.(?:home|root)=(.+)$/iu,
	},
	{
		id: 'tongweb',
		name: 'TongWeb 东方通',
		started: /tongweb|com\.tongtech\.web/iu,
		home: /^-Dtongweb\.(?:home|root|base)=(.+)$/iu,
		versionCommand: (home) => [`${home}/bin/version.sh`],
		versionText: /TongWeb[^\d\n]*(\d+(?:\.\w+)+)/iu,
		// "TongWeb7.0.4.9_M1_Enterprise_Linux"; version 8 keeps each version in a directory of its own.
		versionInPath: /TongWeb[-_]?(\d+(?:\.\d+)*(?:_M\d+)?)|\/version(\d+(?:\.\d+)+)\/boot\//iu,
	},
	{
		id: 'apusic',
		name: 'Apusic 金蝶天燕',
		started: /com\.apusic\.|apusic(?:\.jar|\.home|-\w*\.jar|\.conf)|\/(?:Apusic|AAS)[-\w.]*\//iu,
		home: /^-D(?:com\.apusic\.domain\.home|apusic\.home)=(.+)$/iu,
		versionInPath: /(?:Apusic|AAS)[-_]?v?(\d+(?:\.[\da-z]+)*)/iu,
	},
	{
		id: 'inforsuite',
		name: 'InforSuite AS 中创',
		started: /com\.(?:inforsuite|cvicse)\.|inforsuite/iu,
		home: /^-Dcom\.(?:inforsuite|cvicse)\.\w*(?:installRoot|instanceRoot|home)=(.+)$/iu,
		versionInPath: /InforSuite\w*[-_/]v?(\d+(?:\.[\da-z]+)*)/iu,
	},
	{
		id: 'bes',
		name: 'BES 宝兰德',
		started: /com\.bes\.|\/BES[-\w.]*\/|-Dbes\./u,
		home: /^-D(?:com\.bes\.installRoot|bes\.home)=(.+)$/iu,
		versionInPath: /\bBES\w*[-_/]v?(\d+(?:\.[\dA-Za-z]+)*)/u,
	},
	{
		id: 'weblogic',
		name: 'Oracle WebLogic',
		started: /^weblogic\.Server$|-Dweblogic\.Name=/mu,
		home: /^-Dweblogic\.home=(.+)$/u,
	},
	{
		id: 'wildfly',
		name: 'WildFly/JBoss',
		started: /jboss-modules\.jar|org\.jboss\.as/u,
		home: /^-Djboss\.home\.dir=(.+)$/u,
	},
	{ id: 'kafka', name: 'Apache Kafka', started: /^kafka\.Kafka$/mu, home: /^-Dkafka\.home=(.+)$/u },
	{
		id: 'zookeeper',
		name: 'Apache ZooKeeper',
		started: /org\.apache\.zookeeper\.server/u,
		home: /^-Dzookeeper\.home=(.+)$/u,
	},
	{
		id: 'rocketmq',
		name: 'Apache RocketMQ',
		started: /org\.apache\.rocketmq\./u,
		home: /^-Drocketmq\.home\.dir=(.+)$/u,
	},
	{
		id: 'elasticsearch',
		name: 'Elasticsearch',
		started: /org\.elasticsearch\.(?:bootstrap|server)/u,
		home: /^-Des\.path\.home=(.+)$/u,
	},
	{ id: 'nacos', name: 'Nacos', started: /nacos-server\.jar/u, home: /^-Dnacos\.home=(.+)$/u },
	{
		id: 'tomcat',
		name: 'Apache Tomcat',
		started: /org\.apache\.catalina\.startup\.Bootstrap/u,
		home: /^-Dcatalina\.home=(.+)$/u,
		versionCommand: (home) => [`${home}/bin/version.sh`],
		versionText: /Apache Tomcat\/(\d+(?:\.\w+)+)/u,
		versionInPath: /apache-tomcat-(\d+(?:\.\d+)+)/u,
	},
];

export const JAVA_SERVERS: ServerFamily = {
	kind: 'middleware',
	program: /^java$/u,
	ports: [9060, 8088, 6888, 6860, 8080, 9992, 7001, 9092, 2181, 9876, 9200, 8848, 6379],
	ask(sighting) {
		const server = serverOf(sighting);
		const home = server === undefined ? undefined : homeOf(server, sighting);
		const command = home === undefined ? undefined : server?.versionCommand?.(home);
		return command === undefined ? [] : [command];
	},
	judge: (sighting, answers) => judgeJava(sighting, answers),
	async settings(_source, sighting) {
		const base = sighting.args
			.map((arg) => /^-D(?:catalina\.base|tongweb\.base|com\.apusic\.domain\.home)=(.+)$/u.exec(arg)?.[1])
			.find(Boolean);
		return base === undefined
			? {}
			: { dataDirectory: { value: base, evidence: evidence(`/proc/${sighting.pid}/cmdline`, base) } };
	},
	installs: [],
};

/** The main class, or the jar after -jar, with the -D options before it. */
export function startedByJava(args: readonly string[]): { options: readonly string[]; main: string | undefined } {
	const options: string[] = [];
	for (let index = 0; index < args.length; index += 1) {
		const arg = args[index] ?? '';
		if (arg === '-jar') return { options, main: args[index + 1] };
		if (TAKES_VALUE.has(arg)) index += 1;
		else if (arg.startsWith('-')) options.push(arg);
		else return { options, main: arg };
	}
	return { options, main: undefined };
}

const TAKES_VALUE = new Set([
	'-cp',
	'-classpath',
	'--class-path',
	'-p',
	'--module-path',
	'--add-modules',
	'--add-opens',
	'--add-exports',
	'--add-reads',
]);

function serverOf(sighting: Sighting): JavaServer | undefined {
	const { options, main } = startedByJava(sighting.args);
	const homes = options.filter((option) => option.startsWith('-D') && !/^-D(?:java|sun|user|file|jdk)\./u.test(option));
	// Values of other options (a log file's path, a work directory) are about the work, not about the server.
	const told = homes.filter(
		(option) => /(?:home|root|base|Root|dir|Name)=/u.test(option) || /^-D(?:com\.apusic|bes|tongweb)\./u.test(option),
	);
	return SERVERS.find(({ started }) => isProducts(main ?? '', started) || told.some((word) => started.test(word)));
}

/**
 * A class, or a jar, of the product itself. Applications are built into jars that bear a server's name
 * ("shop-tongweb.jar"), and lie in directories that do ("/data/tongweb/shop.jar").
 */
function isProducts(main: string, started: RegExp): boolean {
	if (!main.endsWith('.jar')) return started.test(main);
	const name = main.split('/').at(-1) ?? '';
	if (started.exec(name)?.index === 0) return true;
	return /\/(?:bin|lib|boot|modules)\/[^/]+$/u.test(main) && started.test(main.slice(0, -name.length));
}

function judgeJava(sighting: Sighting, answers: readonly CommandText[]): Judgement | undefined {
	const server = serverOf(sighting);
	if (server === undefined) return undefined;
	const { main } = startedByJava(sighting.args);
	const line = evidence(`/proc/${sighting.pid}/cmdline`, main ?? server.id);
	return {
		id: server.id,
		name: server.name,
		confidence: isProducts(main ?? '', server.started) ? 'certain' : 'likely',
		evidence: line,
		version: versionOf(server, sighting, answers),
	};
}

function versionOf(server: JavaServer, sighting: Sighting, answers: readonly CommandText[]): Judgement['version'] {
	for (const { command, text } of answers) {
		const match = server.versionText?.exec(text);
		if (match?.[1] !== undefined) return { value: match[1], evidence: evidence(command, match[0]) };
	}
	const { main, options } = startedByJava(sighting.args);
	for (const word of [homeOf(server, sighting) ?? '', main ?? '', ...options]) {
		const match = server.versionInPath?.exec(word);
		const version = match?.[1] ?? match?.[2];
		if (version !== undefined) return { value: version, evidence: evidence(`/proc/${sighting.pid}/cmdline`, word) };
	}
	return undefined;
}

/** The directory that an option names, else the one above the jar's own. */
function homeOf(server: JavaServer, sighting: Sighting): string | undefined {
	const { options, main } = startedByJava(sighting.args);
	const named = options.map((option) => server.home.exec(option)?.[1]).find((value) => value !== undefined);
	if (named !== undefined) return named.replace(/\/$/u, '');
	return /^(\/.+)\/(?:bin|lib)\/[^/]+\.jar$/u.exec(main ?? '')?.[1];
}

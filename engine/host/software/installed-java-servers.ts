import { evidence } from '../field.ts';
import { expandPath } from '../source/expand-path.ts';
import type { Source } from '../source/source.ts';
import { type InstalledPackage, upstreamVersion } from './packages.ts';
import { JAVA_SERVERS } from './servers/java-servers.ts';
import type { Judgement, ServerFamily, Sighting } from './servers/server-family.ts';

interface Installation {
	readonly id: string;
	readonly name: string;
	/** A file that only this product has, below its home; `*` stands for one directory's name. */
	readonly markers: readonly string[];
	/** How far above the marker the home is. */
	readonly depth: number;
	readonly version: RegExp;
	readonly packages?: readonly string[];
}

const HOMES = ['/opt', '/usr/local', '/home/*', '/data'];

const INSTALLATIONS: readonly Installation[] = [
	{
		id: 'tongweb',
		name: 'TongWeb 东方通',
		markers: below(['*[Tt]ong[Ww]eb*/bin/startservernohup.sh', '*[Tt]ong[Ww]eb*/bin/tongweb-launcher.jar']),
		depth: 2,
		version: /TongWeb[-_]?(\d+(?:\.\d+)*(?:_M\d+)?)/iu,
	},
	{
		id: 'tongrds',
		name: 'TongRDS 东方通',
		markers: below(['*[Tt]ong[Rr][Dd][Ss]*/*/bin/StartServer.sh', '*[Tt]ong[Rr][Dd][Ss]*/bin/StartServer.sh']),
		depth: 2,
		version: /TongRDS[-_]?(\d+(?:\.[\da-z]+)*)/iu,
	},
	{
		id: 'apusic',
		name: 'Apusic 金蝶天燕',
		markers: below(['*/bin/startapusic', '*/domains/*/config/apusic.conf']),
		depth: 2,
		version: /(?:Apusic|AAS)[-_]?v?(\d+(?:\.[\da-z]+)*)/iu,
	},
	{
		id: 'inforsuite',
		name: 'InforSuite AS 中创',
		markers: below(['[Ii]nfor[Ss]uite*/license.infor', '[Ii]nfor[Ss]uite*/as/license.infor']),
		depth: 1,
		version: /InforSuite\w*[-_/]v?(\d+(?:\.[\da-z]+)*)/iu,
	},
	{
		id: 'bes',
		name: 'BES 宝兰德',
		markers: below(['BES*/bin/iastool', 'bes*/bin/iastool']),
		depth: 2,
		version: /\bBES\w*[-_/]v?(\d+(?:\.[\da-z]+)*)/iu,
	},
	{
		id: 'tomcat',
		name: 'Apache Tomcat',
		markers: [...below(['*tomcat*/lib/catalina.jar']), '/usr/share/tomcat*/lib/catalina.jar'],
		depth: 2,
		version: /apache-tomcat-(\d+(?:\.\d+)+)/u,
		packages: ['tomcat10', 'tomcat9', 'tomcat8', 'tomcat'],
	},
];

export const JAVA_SERVER_PACKAGES = INSTALLATIONS.flatMap(({ packages }) => packages ?? []);

export interface InstalledJavaServer {
	readonly family: ServerFamily;
	readonly sighting: Sighting;
	readonly judgement: Judgement;
}

/** Java servers that lie installed and do not run: a running one is known by its process. */
export async function findInstalledJavaServers(
	source: Source,
	packages: ReadonlyMap<string, InstalledPackage>,
	running: readonly Sighting[],
): Promise<InstalledJavaServer[]> {
	const busy = running.flatMap(({ args }) => args).join('\n');
	const found = await Promise.all(
		INSTALLATIONS.map(async (installation) => {
			const markers = (await Promise.all(installation.markers.map((pattern) => expandPath(source, pattern)))).flat();
			const homes = new Map(markers.map((marker) => [above(marker, installation.depth), marker]));
			return [...homes]
				.filter(([home]) => !busy.includes(home))
				.map(([home, marker]) => describe(installation, home, marker, packages));
		}),
	);
	return found.flat();
}

function describe(
	installation: Installation,
	home: string,
	marker: string,
	packages: ReadonlyMap<string, InstalledPackage>,
): InstalledJavaServer {
	const line = evidence(marker, 'present');
	const owner = installation.packages?.find((name) => home === `/usr/share/${name}` && packages.has(name));
	const installed = owner === undefined ? undefined : packages.get(owner);
	const inPath = installation.version.exec(home)?.[1];
	const version =
		installed === undefined
			? inPath === undefined
				? undefined
				: { value: inPath, evidence: evidence(home, inPath) }
			: { value: upstreamVersion(installed.version), evidence: installed.evidence };
	const sighting: Sighting = {
		program: home,
		launcher: [],
		args: [],
		cwd: undefined,
		pid: undefined,
		ports: [],
		unit: undefined,
		container: undefined,
		evidence: [line],
	};
	const judgement: Judgement = {
		id: installation.id,
		name: installation.name,
		confidence: 'likely',
		evidence: line,
		version,
	};
	return { family: JAVA_SERVERS, sighting, judgement };
}

function below(patterns: readonly string[]): string[] {
	return HOMES.flatMap((home) => patterns.map((pattern) => `${home}/${pattern}`));
}

function above(path: string, levels: number): string {
	return path.split('/').slice(0, -levels).join('/');
}

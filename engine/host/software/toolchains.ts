import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import { parseAssignments } from '../parse/assignments.ts';
import { expandPath } from '../source/expand-path.ts';
import type { Source } from '../source/source.ts';
import { type InstalledPackage, upstreamVersion } from './packages.ts';

type Software = HostProfile['toolchains'][number];

interface Tool {
	readonly id: string;
	readonly name: string;
	readonly program: string;
	readonly flag: string;
	readonly version: RegExp;
	/** Packages that put the program into /usr/bin: asking the package tool once is cheaper than starting each. */
	readonly packages: readonly string[];
}

const TOOLS: readonly Tool[] = [
	{ id: 'gcc', name: 'GCC', program: 'gcc', flag: '--version', version: /\) (\d+(?:\.\d+)+)/u, packages: ['gcc'] },
	{
		id: 'clang',
		name: 'Clang',
		program: 'clang',
		flag: '--version',
		version: /clang version (\d+(?:\.\d+)+)/u,
		packages: ['clang'],
	},
	{
		id: 'python',
		name: 'Python',
		program: 'python3',
		flag: '-V',
		version: /^Python (\d+(?:\.\d+)+)/u,
		packages: ['python3'],
	},
	{ id: 'node', name: 'Node.js', program: 'node', flag: '-v', version: /^v(\d+(?:\.\d+)+)/u, packages: ['nodejs'] },
	{ id: 'go', name: 'Go', program: 'go', flag: 'version', version: /\bgo(\d+(?:\.\d+)+)/u, packages: [] },
	{
		id: 'perl',
		name: 'Perl',
		program: 'perl',
		flag: '-v',
		version: /\(v(\d+(?:\.\d+)+)\)/u,
		packages: ['perl', 'perl-interpreter'],
	},
	{ id: 'php', name: 'PHP', program: 'php', flag: '-v', version: /^PHP (\d+(?:\.\d+)+)/u, packages: ['php-cli'] },
	{ id: 'dotnet', name: '.NET', program: 'dotnet', flag: '--version', version: /^(\d+(?:\.\d+)+)/u, packages: [] },
	{
		id: 'rust',
		name: 'Rust',
		program: 'rustc',
		flag: '-V',
		version: /^rustc (\d+(?:\.\d+)+)/u,
		packages: ['rustc', 'rust'],
	},
	{
		id: 'make',
		name: 'GNU Make',
		program: 'make',
		flag: '-v',
		version: /^GNU Make (\d+(?:\.\d+)+)/u,
		packages: ['make'],
	},
	{
		id: 'cmake',
		name: 'CMake',
		program: 'cmake',
		flag: '--version',
		version: /^cmake version (\d+(?:\.\d+)+)/u,
		packages: ['cmake'],
	},
];

export const TOOL_PACKAGES = TOOLS.flatMap(({ packages }) => packages);

const PROGRAM_DIRECTORIES = ['/usr/bin', '/usr/local/bin', '/usr/local/go/bin'];

/** `packages`: the versions of TOOL_PACKAGES that are installed. */
export async function detectToolchains(
	source: Source,
	packages: ReadonlyMap<string, InstalledPackage>,
): Promise<Software[]> {
	const [tools, jdks] = await Promise.all([
		Promise.all(TOOLS.map((tool) => detectTool(source, tool, packages))),
		detectJdks(source),
	]);
	return [...jdks, ...tools.filter((tool) => tool !== undefined)];
}

async function detectTool(
	source: Source,
	tool: Tool,
	packages: ReadonlyMap<string, InstalledPackage>,
): Promise<Software | undefined> {
	const path = await find(source, tool.program);
	if (path === undefined) return undefined;
	const name = path.startsWith('/usr/bin/') ? tool.packages.find((candidate) => packages.has(candidate)) : undefined;
	const installed = name === undefined ? undefined : packages.get(name);
	// gcc and python3 are often packages that only depend on the numbered one: then their version is still its version.
	if (installed !== undefined && /^(?:\d+:)?\d+(?:\.\d+)+/u.test(installed.version)) {
		return {
			...plain(tool.id, tool.name, path),
			version: certain(upstreamVersion(installed.version), installed.evidence),
		};
	}
	const answer = await source.run([path, tool.flag], { foreign: true, deadlineMs: 3000 });
	const first = answer?.stdout.trim().split('\n')[0] ?? '';
	const version = tool.version.exec(answer?.stdout ?? '')?.[1];
	const line = evidence(`${path} ${tool.flag}`, first);
	return {
		...plain(tool.id, tool.name, path),
		version: version === undefined ? unknown('it does not say', line) : certain(version, line),
	};
}

async function find(source: Source, program: string): Promise<string | undefined> {
	for (const directory of PROGRAM_DIRECTORIES) {
		if ((await source.list(directory))?.includes(program) === true) return `${directory}/${program}`;
	}
	return undefined;
}

const JDK_HOMES = ['/usr/lib/jvm/*', '/usr/java/*', '/opt/*jdk*', '/opt/jvm/*', '/usr/local/*jdk*'];

/** Makers as the `release` file of a JDK names them. */
const JDK_MAKERS: readonly (readonly [RegExp, string, string])[] = [
	[/bisheng|huawei/iu, 'bisheng', '毕昇 JDK'],
	[/loongson/iu, 'loongson-jdk', '龙芯 JDK'],
	[/tencent|kona/iu, 'kona', 'Tencent Kona'],
	[/alibaba|dragonwell/iu, 'dragonwell', 'Alibaba Dragonwell'],
	[/eclipse|adoptium|temurin/iu, 'temurin', 'Eclipse Temurin'],
	[/oracle/iu, 'oracle-jdk', 'Oracle JDK'],
	[/azul|zulu/iu, 'zulu', 'Azul Zulu'],
	[/amazon|corretto/iu, 'corretto', 'Amazon Corretto'],
];

/** From the `release` file: starting a virtual machine to ask would take longer than all the rest. */
async function detectJdks(source: Source): Promise<Software[]> {
	const homes = [...new Set((await Promise.all(JDK_HOMES.map((pattern) => expandPath(source, pattern)))).flat())];
	const jdks = await Promise.all(homes.map((home) => detectJdk(source, home)));
	return jdks.filter((jdk) => jdk !== undefined);
}

async function detectJdk(source: Source, home: string): Promise<Software | undefined> {
	// Distributions link /usr/lib/jvm/default-java and java-1.17.0-… to one directory: that one counts.
	if ((await source.readLink(home)) !== undefined) return undefined;
	const path = `${home}/release`;
	const text = await source.readText(path);
	const release = text === undefined ? undefined : parseAssignments(text, path);
	const version = release?.get('JAVA_VERSION');
	if (release === undefined || version === undefined) return undefined;
	const maker = release.get('IMPLEMENTOR') ?? release.get('IMPLEMENTOR_VERSION');
	const known = JDK_MAKERS.find(([pattern]) => pattern.test(maker?.value ?? ''));
	const line = maker?.evidence ?? version.evidence;
	return {
		...plain(known?.[1] ?? 'openjdk', known?.[2] ?? 'OpenJDK', home),
		id: certain(known?.[1] ?? 'openjdk', line),
		version: certain(version.value, version.evidence),
		vendor: maker === undefined ? unknown('the JDK does not say') : likely(maker.value, maker.evidence),
	};
}

function plain(id: string, name: string, path: string): Software {
	const line = evidence(path, 'present');
	return {
		id: certain(id, line),
		name: certain(name, line),
		version: unknown('it does not say'),
		vendor: unknown('not asked'),
		path: certain(path, line),
		port: unknown('serves no port'),
		pid: unknown('not a service'),
		unit: unknown('not a service'),
		container: unknown('not in a container'),
		state: 'installed',
	};
}

import type { Field, FieldEvidence } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, known, likely, unknown } from '../field.ts';
import type { CommandText } from '../parse/dmi-text.ts';
import type { ProcessTable } from '../runtime/processes.ts';
import type { CommandAnswer, Source } from '../source/source.ts';
import { judgeByPackage } from './distribution-servers.ts';
import { findInstalledJavaServers } from './installed-java-servers.ts';
import { findInstalledServers } from './installed-servers.ts';
import type { InstalledPackage } from './packages.ts';
import { findRunningServers } from './running-servers.ts';
import type { Judgement, ServerFamily, Settings, Sighting } from './servers/server-family.ts';

type Database = HostProfile['databases'][number];
type Middleware = HostProfile['middleware'][number];

export interface Servers {
	readonly databases: Database[];
	readonly middleware: Middleware[];
}

interface Judged {
	readonly family: ServerFamily;
	readonly sighting: Sighting;
	readonly judgement: Judgement;
	readonly settings: Settings;
	readonly unix: string | undefined;
}

/** Servers that run, then those that are only installed. A process without a product's own marks gets no name. */
export async function detectServers(
	source: Source,
	processes: ProcessTable,
	packages: ReadonlyMap<string, InstalledPackage>,
): Promise<Servers> {
	const [running, installed] = await Promise.all([findRunningServers(source, processes), findInstalledServers(source)]);
	const programs = new Set(
		running.filter(({ sighting }) => sighting.container === undefined).map(({ sighting }) => sighting.program),
	);
	const idle = await withoutLinkedTwins(
		source,
		installed.filter(
			({ family, sighting }) => !programs.has(sighting.program) && !isBareTwin(family, sighting, running),
		),
		programs,
	);
	const judged = await Promise.all([
		...running.map(({ family, sighting, sockets }) => judge(source, family, sighting, sockets.unix)),
		...idle.map(({ family, sighting }) => judgeInstalled(source, family, sighting, packages)),
	]);
	const java = await findInstalledJavaServers(
		source,
		packages,
		running.map(({ sighting }) => sighting),
	);
	const servers = [
		...judged.filter((server) => server !== undefined),
		...java.map((server) => ({ ...server, settings: {}, unix: undefined })),
	];
	return {
		databases: servers.filter(({ family }) => family.kind === 'database').map(database),
		middleware: servers.filter(({ family }) => family.kind === 'middleware').map(middleware),
	};
}

/** What answered to its bare name is the one that runs, where one of its family does. */
function isBareTwin(family: ServerFamily, sighting: Sighting, running: readonly { family: ServerFamily }[]): boolean {
	return !sighting.program.includes('/') && running.some((server) => server.family === family);
}

/** /usr/sbin/mysqld is often a link to mariadbd: one program, one entry. */
async function withoutLinkedTwins<Server extends { sighting: Sighting }>(
	source: Source,
	servers: readonly Server[],
	running: ReadonlySet<string>,
): Promise<Server[]> {
	const known = new Set([...running, ...servers.map(({ sighting }) => sighting.program)]);
	const targets = await Promise.all(servers.map(({ sighting }) => source.readLink(sighting.program)));
	return servers.filter(({ sighting }, index) => {
		const target = targets[index];
		if (target === undefined) return true;
		const directory = sighting.program.slice(0, sighting.program.lastIndexOf('/'));
		return !known.has(target.startsWith('/') ? target : `${directory}/${target}`);
	});
}

async function judge(
	source: Source,
	family: ServerFamily,
	sighting: Sighting,
	unix: string | undefined,
): Promise<Judged | undefined> {
	const [answers, settings] = await Promise.all([
		ask(source, family, sighting),
		family.settings?.(source, sighting) ?? {},
	]);
	const judgement = family.judge(sighting, answers);
	if (judgement === undefined) return undefined;
	const unsure = sighting.nameOnly === true && judgement.confidence === 'certain';
	return { family, sighting, judgement: unsure ? { ...judgement, confidence: 'likely' } : judgement, settings, unix };
}

async function judgeInstalled(
	source: Source,
	family: ServerFamily,
	sighting: Sighting,
	packages: ReadonlyMap<string, InstalledPackage>,
): Promise<Judged | undefined> {
	const judgement = judgeByPackage(sighting.program, packages);
	if (judgement === undefined) return judge(source, family, sighting, undefined);
	return { family, sighting, judgement, settings: {}, unix: undefined };
}

/** A program inside a container, or one whose path is unknown, is not ours to call. */
async function ask(source: Source, family: ServerFamily, sighting: Sighting): Promise<CommandText[]> {
	const callable = source.origin === 'snapshot' || sighting.program.startsWith('/');
	if (sighting.container !== undefined || !callable) return [];
	const commands = family
		.ask(sighting)
		.filter(([program]) => source.origin === 'snapshot' || program?.startsWith('/') === true);
	const answers = await Promise.all(commands.map((argv) => askOne(source, argv)));
	return answers.flatMap((answer, index) =>
		answer === undefined ? [] : [{ command: commands[index]?.join(' ') ?? '', text: answer.stdout }],
	);
}

/** People note down `kingbase -V` and not where the program lies. */
async function askOne(source: Source, argv: readonly string[]): Promise<CommandAnswer | undefined> {
	const answer = await source.run(argv, { foreign: true, deadlineMs: VERSION_DEADLINE_MS });
	if (answer !== undefined || source.origin === 'live') return answer;
	const [program = '', ...args] = argv;
	return source.run([program.slice(program.lastIndexOf('/') + 1), ...args]);
}

const VERSION_DEADLINE_MS = 3000;

function database(server: Judged): Database {
	const { sighting, judgement, settings, unix } = server;
	return {
		...common(server),
		edition: said(judgement.edition, 'the product does not say'),
		dataDirectory: said(settings.dataDirectory, 'no argument or working directory names it'),
		compatibilityMode: said(settings.compatibilityMode, 'no configuration that we may read names it'),
		socket:
			unix === undefined
				? unknown('no Unix socket was seen')
				: certain(unix, evidence(`/proc/${sighting.pid}/net/unix`, unix)),
	};
}

function middleware(server: Judged): Middleware {
	const { sighting } = server;
	return {
		...common(server),
		vendor: unknown('not asked'),
		path: certain(sighting.program, sighting.evidence.at(-1) ?? evidence(sighting.program, 'present')),
	};
}

function common({ family, sighting, judgement, settings }: Judged) {
	const lines = [...(judgement.evidence === undefined ? [] : [judgement.evidence]), ...sighting.evidence];
	const stat = `/proc/${sighting.pid}/stat`;
	return {
		id:
			judgement.id === null
				? unknown<string>('several products share this program', ...lines)
				: known(judgement.id, judgement.confidence, ...lines),
		name: known(judgement.name, judgement.confidence, ...lines),
		version: said(judgement.version, 'the product does not say'),
		port: portField(family, sighting, settings),
		pid:
			sighting.pid === undefined
				? unknown<number>('not running')
				: certain(sighting.pid, evidence(stat, String(sighting.pid))),
		unit:
			sighting.unit === undefined
				? unknown<string>('belongs to no service')
				: certain(sighting.unit, evidence(`/proc/${sighting.pid}/cgroup`, sighting.unit)),
		container:
			sighting.container === undefined
				? unknown<string>('not in a container')
				: certain(sighting.container, evidence(`/proc/${sighting.pid}/cgroup`, sighting.container)),
		state: sighting.pid === undefined ? ('installed' as const) : ('running' as const),
	};
}

/** A usual port of the product where it has one, else its lowest. */
function portField(family: ServerFamily, sighting: Sighting, settings: Settings): Field<number> {
	if (sighting.pid === undefined) return unknown('not running');
	const usual = family.ports.find((port) => sighting.ports.includes(port));
	const port = usual ?? sighting.ports[0];
	if (port === undefined) {
		return settings.port === undefined
			? unknown('no listening socket of this process is visible to us')
			: likely(settings.port.value, settings.port.evidence);
	}
	const line = evidence(`/proc/${sighting.pid}/net/tcp`, `listens on ${sighting.ports.join(', ')}`);
	const sure = sighting.portsOfOwner !== true && (sighting.ports.length === 1 || usual !== undefined);
	return sure ? certain(port, line) : likely(port, line);
}

function said(answer: { value: string; evidence: FieldEvidence } | undefined, reason: string): Field<string> {
	return answer === undefined || answer.value === '' ? unknown(reason) : certain(answer.value, answer.evidence);
}

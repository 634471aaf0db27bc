import type { HostProfile } from '../../../contract/host.ts';
import type { Recording } from '../source/recording-source.ts';
import { maskCommand } from './mask-command.ts';
import { maskFile } from './mask-file.ts';
import { secretsOf } from './mask-profile.ts';
import { maskText } from './mask-text.ts';

/** The recording as it may leave the machine. The detection over it gives the masked form of the same profile. */
export function maskRecording(recording: Recording, profile: HostProfile): Recording {
	const secrets = secretsOf(profile);
	const told = toldOfProcesses(recording, profile);
	/** Names of interfaces and directories may identify somebody too. */
	const renamed = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
		[...map].filter(([path]) => told(path)).map(([path, value]) => [maskText(path, []), value]);
	const names = (listed: readonly string[]) => listed.map((name) => maskText(name, []));
	return {
		files: new Map(renamed(recording.files).map(([path, text]) => [path, maskFile(path, text, secrets)])),
		listings: new Map(
			renamed(withoutPeople(recording.listings, JSON.stringify(profile))).map(([path, list]) => [path, names(list)]),
		),
		links: new Map(renamed(recording.links).map(([path, target]) => [path, maskText(target, secrets)])),
		environment: recording.environment,
		commands: new Map(
			[...recording.commands].map(([key, { argv, answer }]) => [
				key,
				{
					argv: argv.map((word) => maskText(word, [])),
					answer: { ...answer, stdout: maskCommand(argv, answer.stdout, secrets) },
				},
			]),
		),
	};
}

/**
 * Of processes that are no servers of the profile only their names are told: what people run, from where and with which
 * arguments is nobody's business, and was only looked at to find servers among it.
 */
function toldOfProcesses(recording: Recording, profile: HostProfile): (path: string) => boolean {
	const servers = new Set([...profile.databases, ...profile.middleware].map(({ pid }) => String(pid.value)));
	const parentOf = (pid: string) =>
		/ \S (\d+)/u.exec(recording.files.get(`/proc/${pid}/stat`)?.replace(/^.*\)/su, '') ?? '')?.[1];
	return (path) => {
		const pid = /^\/proc\/(\d+)\/(?!stat$|comm$)/u.exec(path)?.[1];
		return pid === undefined || pid === '1' || servers.has(pid) || servers.has(parentOf(pid) ?? '');
	};
}

/** Directory names of people in /home, but for those below which something was found. */
function withoutPeople(listings: Recording['listings'], profile: string): Recording['listings'] {
	const unused = (name: string) => !profile.includes(`/home/${name}/`);
	const kept = new Map<string, readonly string[]>();
	for (const [path, names] of listings) {
		const person = /^\/home\/([^/]+)/u.exec(path)?.[1];
		if (person !== undefined && unused(person)) continue;
		kept.set(path, path === '/home' ? names.filter((name) => !unused(name)) : names);
	}
	return kept;
}

import type { Source } from '../source/source.ts';

/** The service a process belongs to: "0::/system.slice/postgresql@15-main.service" */
export function unitOf(cgroup: string | undefined): string | undefined {
	const matches = [...(cgroup ?? '').matchAll(/\/([^/\n]+\.service)(?=\/|$)/gmu)];
	return matches
		.map((match) => match[1])
		.filter((unit) => unit !== undefined && !/^user@\d+\.service$/u.test(unit))
		.at(-1);
}

const ENGINES: readonly (readonly [RegExp, string])[] = [
	[/\/kubepods[^\n]*[-/:]([0-9a-f]{12})[0-9a-f]{52}/u, 'kubernetes'],
	[/\/docker[-/]([0-9a-f]{12})[0-9a-f]{52}/u, 'docker'],
	[/\/libpod-([0-9a-f]{12})[0-9a-f]{52}/u, 'podman'],
	[/\/cri-containerd-([0-9a-f]{12})[0-9a-f]{52}/u, 'containerd'],
	[/\/(?:isulad|iSulad)[-/]([0-9a-f]{12})[0-9a-f]{52}/u, 'isula'],
	[/\/(?:lxc|lxc\.payload)[./]([\w.-]+)/u, 'lxc'],
	[/\/machine\.slice\/([\w.-]+)\.(?:scope|service)/u, 'machine'],
];

/** "docker 0123456789ab", or undefined for a process of the machine itself. */
export async function containerOf(source: Source, pid: number): Promise<string | undefined> {
	const [cgroup, own, theirs] = await Promise.all([
		source.readText(`/proc/${pid}/cgroup`),
		source.readLink('/proc/self/ns/pid'),
		source.readLink(`/proc/${pid}/ns/pid`),
	]);
	for (const [pattern, engine] of ENGINES) {
		const match = pattern.exec(cgroup ?? '');
		if (match?.[1] !== undefined) return `${engine} ${match[1]}`;
	}
	return own !== undefined && theirs !== undefined && own !== theirs ? 'another process namespace' : undefined;
}

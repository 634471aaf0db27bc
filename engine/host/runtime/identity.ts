import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, sensitive, textOf } from '../field.ts';
import type { Source } from '../source/source.ts';

export async function detectHostname(source: Source): Promise<Field<string>> {
	for (const path of ['/proc/sys/kernel/hostname', '/etc/hostname']) {
		const field = textOf(await source.readText(path), path);
		if (field.value !== null) return sensitive(field);
	}
	return sensitive(textOf(undefined, '/proc/sys/kernel/hostname'));
}

/** Who is logged in, from a snapshot that holds it: "root     pts/0        2026-11-22 06:54 (10.0.0.1)" */
export async function detectUsers(source: Source): Promise<HostProfile['users']> {
	// On a live machine systeminformation asks.
	if (source.origin === 'live') return [];
	const answer = await source.run(['who']);
	if (answer === undefined || answer.exitCode !== 0) return [];
	return answer.stdout.split('\n').flatMap((line) => {
		const match = /^(\S+)\s+(\S+)/u.exec(line);
		const name = match?.[1];
		return name === undefined
			? []
			: [{ name: sensitive(certain(name, evidence('who', name))), terminal: match?.[2] ?? '' }];
	});
}

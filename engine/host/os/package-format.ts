import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';

const RPM_DIRECTORIES = ['/var/lib/rpm', '/usr/lib/sysimage/rpm'];
const RPM_FILES = /^(?:Packages|Packages\.db|rpmdb\.sqlite|Basenames|Index\.db)$/u;

/**
 * From the package database that is really there. A deb system may carry the rpm tool with a database of its own (and
 * the other way round): then what the system is known for decides, and it is only likely.
 */
export async function detectPackageFormat(source: Source, expected: Field<string> | undefined): Promise<Field<string>> {
	const [dpkg, ...rpm] = await Promise.all([
		source.list('/var/lib/dpkg'),
		...RPM_DIRECTORIES.map((path) => source.list(path)),
	]);
	const deb = dpkg?.includes('status') === true ? evidence('/var/lib/dpkg/status', 'present') : undefined;
	const found = rpm.flatMap((names, index) => {
		const name = names?.find((candidate) => RPM_FILES.test(candidate));
		return name === undefined ? [] : [evidence(`${RPM_DIRECTORIES[index]}/${name}`, 'present')];
	});
	const [database] = found;
	if (deb !== undefined && database !== undefined) {
		return expected?.value == null
			? unknown('both a dpkg and an rpm database are there', deb, database)
			: likely(expected.value, expected.value === 'deb' ? deb : database, ...expected.evidence);
	}
	if (deb !== undefined) return certain('deb', deb);
	if (database !== undefined) return certain('rpm', database);
	return (await listedFormat(source)) ?? expected ?? unknown('no package database was found');
}

/** A whole list of packages that somebody collected shows which tool keeps them. */
async function listedFormat(source: Source): Promise<Field<string> | undefined> {
	if (source.origin === 'live') return undefined;
	for (const [command, format] of [['dpkg -l', 'deb'] as const, ['rpm -qa', 'rpm'] as const]) {
		const answer = await source.run(command.split(' '));
		if (answer?.exitCode === 0 && answer.stdout.split('\n').length > 2)
			return certain(format, evidence(command, 'answered'));
	}
	return undefined;
}

import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, known, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import { osDetails } from './os-details.ts';
import { type OsEvidence, readOsEvidence } from './os-evidence.ts';
import { osClaims } from './os-identity.ts';
import { detectPackageFormat } from './package-format.ts';

export async function detectOs(source: Source): Promise<HostProfile['os']> {
	const read = await readOsEvidence(source);
	const id = identify(read);
	const details = id.value === null ? {} : osDetails(id.value, read);
	const missing = (what: string) => unknown<string>(`no evidence of the ${what}`);
	return {
		id,
		name: name(read),
		edition: details.edition ?? missing('edition'),
		version: details.version ?? missing('version'),
		release: details.release ?? missing('release'),
		build: details.build ?? missing('build'),
		base: details.base ?? missing('base'),
		packageFormat: await detectPackageFormat(source, details.packageFormat),
	};
}

function identify(read: OsEvidence): Field<string> {
	const [best, ...others] = osClaims(read);
	if (best === undefined) return unknown('no release file names the system');
	const rivals = others.filter(({ id }) => id !== best.id);
	const field = known(
		best.id,
		rivals.length > 0 && best.confidence === 'certain' ? 'likely' : best.confidence,
		best.evidence,
	);
	if (rivals.length === 0) return field;
	return { ...field, conflicts: rivals.map(({ id, evidence }) => ({ value: id, source: evidence.from })) };
}

function name(read: OsEvidence): Field<string> {
	const pretty = read.osRelease.get('PRETTY_NAME') ?? read.osRelease.get('NAME');
	if (pretty !== undefined) return certain(pretty.value, pretty.evidence);
	const dist = read.kyinfo.get('dist_id');
	return dist === undefined ? unknown('no release file names the system') : certain(dist.value, dist.evidence);
}

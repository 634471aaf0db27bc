import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import type { ProcessTable } from '../runtime/processes.ts';
import type { Source } from '../source/source.ts';
import { PACKAGED_PRODUCTS, type PackagedProduct, type SoftwareGroup } from './packaged-products.ts';
import { type InstalledPackage, upstreamVersion } from './packages.ts';

type Software = HostProfile['browsers'][number];

const APPS = '/opt/apps';

/** Browsers, office suites, input methods and container runtimes. None of them is started to ask for its version. */
export async function detectPackagedSoftware(
	source: Source,
	processes: ProcessTable,
	packages: ReadonlyMap<string, InstalledPackage>,
): Promise<Record<SoftwareGroup, Software[]>> {
	const apps = await source.list(APPS);
	const found = await Promise.all(
		PACKAGED_PRODUCTS.map(async (product) => ({
			product,
			software: await describe(source, product, packages, apps ?? [], processes),
		})),
	);
	const inGroup = (group: SoftwareGroup) =>
		found.flatMap(({ product, software }) => (product.group === group && software !== undefined ? [software] : []));
	return {
		browsers: inGroup('browsers'),
		office: inGroup('office'),
		inputMethods: inGroup('inputMethods'),
		containers: inGroup('containers'),
	};
}

async function describe(
	source: Source,
	product: PackagedProduct,
	packages: ReadonlyMap<string, InstalledPackage>,
	apps: readonly string[],
	processes: ProcessTable,
): Promise<Software | undefined> {
	const name = product.packages.find((candidate) => packages.has(candidate));
	const installed = name === undefined ? undefined : packages.get(name);
	const app = product.apps?.find((candidate) => apps.includes(candidate));
	if (installed === undefined && app === undefined) return undefined;
	const process = processes.entries.find(({ comm }) => product.processes?.includes(comm) === true);
	const line = installed?.evidence ?? evidence(`${APPS}/${app}`, 'present');
	const version = installed === undefined && app !== undefined ? await versionOfApp(source, app) : undefined;
	return {
		id: certain(product.id, line),
		name: certain(product.name, line),
		version:
			installed === undefined
				? (version ?? unknown('its package does not say', line))
				: certain(upstreamVersion(installed.version), line),
		vendor: product.vendor === undefined ? unknown('a community project') : likely(product.vendor, line),
		path: app === undefined ? unknown('not asked') : certain(`${APPS}/${app}`, line),
		port: unknown('serves no port'),
		pid:
			process === undefined
				? unknown('not running')
				: certain(process.pid, evidence(`/proc/${process.pid}/stat`, process.comm)),
		unit: unknown('not asked'),
		container: unknown('not in a container'),
		state: process === undefined ? 'installed' : 'running',
	};
}

/** /opt/apps/<id>/info is JSON with appid, name and version. */
async function versionOfApp(source: Source, app: string): Promise<Software['version'] | undefined> {
	const path = `${APPS}/${app}/info`;
	const match = /"version"\s*:\s*"([^"]+)"/u.exec((await source.readText(path)) ?? '');
	return match?.[1] === undefined ? undefined : certain(match[1], evidence(path, match[0]));
}

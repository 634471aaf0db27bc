import type { HostProfile } from '../../../contract/host.ts';
import type { Probes } from '../probes.ts';
import type { ProcessTable } from '../runtime/processes.ts';
import { detectServers } from './detect-servers.ts';
import { SERVER_PACKAGES } from './distribution-servers.ts';
import { JAVA_SERVER_PACKAGES } from './installed-java-servers.ts';
import { PACKAGED_PRODUCTS } from './packaged-products.ts';
import { detectPackagedSoftware } from './packaged-software.ts';
import { type InstalledPackage, installedPackages } from './packages.ts';
import { detectToolchains, TOOL_PACKAGES } from './toolchains.ts';

export type Software = Pick<
	HostProfile,
	'databases' | 'middleware' | 'toolchains' | 'browsers' | 'office' | 'inputMethods' | 'containers'
>;

export async function detectSoftware(probes: Probes, processes: Promise<ProcessTable>): Promise<Software> {
	const names = [
		...PACKAGED_PRODUCTS.flatMap((product) => product.packages),
		...TOOL_PACKAGES,
		...SERVER_PACKAGES,
		...JAVA_SERVER_PACKAGES,
	];
	const packages = probes.run('package-versions', new Map<string, InstalledPackage>(), async (source) =>
		installedPackages(source, names),
	);
	const [servers, packaged, toolchains] = await Promise.all([
		probes.run('servers', { databases: [], middleware: [] }, async (source) =>
			detectServers(source, await processes, await packages),
		),
		probes.run('desktop-software', { browsers: [], office: [], inputMethods: [], containers: [] }, async (source) =>
			detectPackagedSoftware(source, await processes, await packages),
		),
		probes.run('toolchains', [], async (source) => detectToolchains(source, await packages)),
	]);
	return { ...servers, ...packaged, toolchains };
}

import type { HostProfile } from '../../../contract/host.ts';
import type { Probes } from '../probes.ts';
import type { ProcessTable } from '../runtime/processes.ts';
import { detectServers } from './detect-servers.ts';
import { detectPackagedSoftware } from './packaged-software.ts';
import { detectToolchains } from './toolchains.ts';

export type Software = Pick<
	HostProfile,
	'databases' | 'middleware' | 'toolchains' | 'browsers' | 'office' | 'inputMethods' | 'containers'
>;

export async function detectSoftware(probes: Probes, processes: Promise<ProcessTable>): Promise<Software> {
	const [servers, packaged, toolchains] = await Promise.all([
		probes.run('servers', { databases: [], middleware: [] }, async (source) => detectServers(source, await processes)),
		probes.run('packages', { browsers: [], office: [], inputMethods: [], containers: [] }, async (source) =>
			detectPackagedSoftware(source, await processes),
		),
		probes.run('toolchains', [], detectToolchains),
	]);
	return { ...servers, ...packaged, toolchains };
}

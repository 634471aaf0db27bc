import type { HostProfile } from '../../../contract/host.ts';
import type { ProcessTable } from '../runtime/processes.ts';
import type { Source } from '../source/source.ts';

export type Software = Pick<
	HostProfile,
	'databases' | 'middleware' | 'toolchains' | 'browsers' | 'office' | 'inputMethods' | 'containers'
>;

export function noSoftware(): Software {
	return { databases: [], middleware: [], toolchains: [], browsers: [], office: [], inputMethods: [], containers: [] };
}

export async function detectSoftware(_source: Source, _processes: ProcessTable): Promise<Software> {
	return noSoftware();
}

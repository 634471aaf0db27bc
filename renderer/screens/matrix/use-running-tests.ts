import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HostProfile } from '../../../contract/host.ts';
import type { FoundServer } from '../../../contract/report-result.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useCall } from '../../engine/use-call.ts';
import type { RunningTest } from './matrix-data.ts';
import { platformOf } from './platform.ts';
import { type Present, versionOf } from './stale-reasons.ts';

/** Own runs that were started and are not over, on the platform that they were planned for. */
export function useRunningTests({ products }: Present, byServers: boolean): readonly RunningTest[] {
	const { client } = useEngine();
	const runs = useCall('run.list', {}).data;
	const open = useMemo(() => (runs ?? []).filter(({ state }) => state !== 'ended' && state !== 'planned'), [runs]);
	const hosts = useQueries({
		queries: open.map(({ hostEvidence }) => ({
			queryKey: ['host.show', { evidence: hostEvidence }],
			queryFn: () => client.call('host.show', { evidence: hostEvidence }),
		})),
		combine: (answers) => answers.map(({ data }) => data),
	});
	return useMemo(
		() =>
			open.flatMap((run, index): RunningTest[] => {
				const host = hosts[index];
				if (host === undefined) return [];
				const kept = products.find(({ id }) => id === run.product?.id);
				return [
					{
						run,
						product:
							run.product === null
								? null
								: { ...run.product, vendor: kept?.vendor ?? '', category: kept?.category ?? null },
						platform: platformHere(host, byServers),
					},
				];
			}),
		[open, hosts, products, byServers],
	);
}

function platformHere(host: HostProfile, byServers: boolean) {
	const { cpu, os } = host;
	const signed = {
		arch: cpu.isa.value,
		cpuVendor: cpu.vendor.name.value,
		cpuModel: cpu.model.value,
		osName: os.name.value,
		osVersion: versionOf(host),
		kernel: null,
	};
	return byServers ? platformOf(signed, serversHere(host)) : platformOf(signed);
}

/** As a report's inventory has them: those without a name are not in it. */
function serversHere(host: HostProfile): FoundServer[] {
	return (['databases', 'middleware'] as const).flatMap((kind) =>
		host[kind].flatMap(({ name, version, state }) =>
			name.value === null ? [] : [{ kind, name: name.value, version: version.value, running: state === 'running' }],
		),
	);
}

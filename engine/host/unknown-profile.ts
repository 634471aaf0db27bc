import type { HostProfile } from '../../contract/host.ts';
import { unknown } from './field.ts';

/** What is left of each part when its probe failed: every field unknown. */
export function unknownProfile(): Pick<
	HostProfile,
	| 'hostname'
	| 'cpu'
	| 'board'
	| 'firmware'
	| 'memory'
	| 'storage'
	| 'network'
	| 'os'
	| 'runtime'
	| 'virtualisation'
	| 'timeSource'
	| 'power'
> {
	const text = () => unknown<string>('the probe gave no answer');
	const number = () => unknown<number>('the probe gave no answer');
	const flag = () => unknown<boolean>('the probe gave no answer');
	const texts = () => unknown<string[]>('the probe gave no answer');
	const hidden = () => ({ ...text(), sensitive: true as const });
	return {
		hostname: hidden(),
		cpu: {
			vendor: { id: text(), name: text() },
			model: text(),
			microarchitecture: text(),
			isa: text(),
			sockets: number(),
			cores: number(),
			threads: number(),
			clusters: [],
			caches: [],
			frequency: { base: number(), max: number() },
			features: texts(),
			flags: texts(),
			virtualisation: text(),
		},
		board: {
			systemVendor: text(),
			systemProduct: text(),
			systemSerial: hidden(),
			boardVendor: text(),
			boardProduct: text(),
			boardSerial: hidden(),
			chassis: text(),
		},
		firmware: { vendor: text(), version: text(), date: text(), interface: text(), secureBoot: flag() },
		memory: { total: number(), swap: number(), modules: [], numaNodes: [] },
		storage: { disks: [], filesystems: [] },
		network: { interfaces: [] },
		os: {
			id: text(),
			name: text(),
			edition: text(),
			version: text(),
			release: text(),
			build: text(),
			base: text(),
			packageFormat: text(),
		},
		runtime: {
			kernel: text(),
			pageSize: number(),
			libc: { name: text(), version: text() },
			loader: text(),
			abiWorld: text(),
			init: text(),
			desktop: text(),
			displayServer: text(),
			locale: text(),
			timeZone: text(),
			securityModule: { name: text(), state: text() },
			kernelTaint: number(),
			bootId: text(),
		},
		virtualisation: { type: text(), role: 'unknown', container: text() },
		timeSource: { service: text(), synchronised: flag(), clocksource: text() },
		power: { profile: text(), governor: text(), onBattery: flag(), batteries: [] },
	};
}

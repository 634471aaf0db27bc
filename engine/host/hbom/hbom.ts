import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { maskProfile } from '../masking/mask-profile.ts';
import { type Component, component } from './component.ts';

export interface HbomOptions {
	/** Keep serial numbers and the like. */
	readonly unmasked?: boolean | undefined;
	/** RFC 4122 UUID that names this document; without it the document has no serial number. */
	readonly serialNumber?: string | undefined;
	/** Version of Shipei, named as the tool. */
	readonly toolVersion?: string | undefined;
}

export interface Hbom {
	readonly bomFormat: 'CycloneDX';
	readonly specVersion: '1.6';
	readonly serialNumber?: string;
	readonly version: 1;
	readonly metadata: Record<string, unknown>;
	readonly components: readonly Component[];
}

/** The machine as a CycloneDX 1.6 hardware bill of materials: only what is known, each with how sure we are. */
export function hbomOf(profile: HostProfile, options: HbomOptions = {}): Hbom {
	const host = options.unmasked === true ? profile : maskProfile(profile);
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		...(options.serialNumber === undefined ? {} : { serialNumber: `urn:uuid:${options.serialNumber}` }),
		version: 1,
		metadata: {
			timestamp: host.detectedOn,
			tools: {
				components: [
					{
						type: 'application',
						name: 'shipei',
						...(options.toolVersion === undefined ? {} : { version: options.toolVersion }),
					},
				],
			},
			component: machine(host),
		},
		components: [...hardware(host), ...firmwareAndSystem(host), ...software(host)],
	};
}

function machine(host: HostProfile): Component {
	const { board } = host;
	return component('device', 'machine', textOf(board.systemProduct) ?? 'unnamed machine', {
		vendor: board.systemVendor,
		fields: { systemSerial: board.systemSerial, chassis: board.chassis, virtualisation: host.virtualisation.type },
	});
}

function hardware(host: HostProfile): Component[] {
	const { cpu, board, memory, storage, graphics, network, peripherals } = host;
	return [
		...(cpu.model.value === null && cpu.vendor.id.value === null ? [] : [cpuComponent(host)]),
		...named(board.boardProduct, (name) =>
			component('device', 'board', name, { vendor: board.boardVendor, fields: { serial: board.boardSerial } }),
		),
		...memory.modules.map((module, index) =>
			component('device', `memory-${index}`, textOf(module.part) ?? 'memory module', {
				vendor: module.manufacturer,
				fields: {
					slot: module.slot,
					bytes: module.bytes,
					type: module.type,
					speed: module.speed,
					serial: module.serial,
				},
			}),
		),
		...storage.disks.map((disk) =>
			component('device', `disk-${disk.name}`, textOf(disk.model) ?? disk.name, {
				vendor: disk.vendor,
				version: disk.firmware,
				fields: { bytes: disk.bytes, type: disk.type, serial: disk.serial },
			}),
		),
		...graphics.map((card, index) =>
			component('device', `graphics-${index}`, textOf(card.model) ?? 'graphics card', {
				vendor: card.vendor,
				fields: { driver: card.driver },
			}),
		),
		...network.interfaces
			.filter((entry) => !entry.virtual)
			.map((entry) =>
				component('device', `network-${entry.name}`, textOf(entry.model) ?? entry.name, {
					vendor: entry.vendor,
					fields: { driver: entry.driver, mac: entry.mac },
				}),
			),
		...peripherals.map((device, index) =>
			component('device', `peripheral-${index}`, textOf(device.name) ?? device.kind, {
				vendor: device.vendor,
				fields: { driver: device.driver },
				kind: device.kind,
			}),
		),
	];
}

function cpuComponent({ cpu }: HostProfile): Component {
	return component('device', 'cpu', textOf(cpu.model) ?? 'unnamed CPU', {
		vendor: cpu.vendor.name,
		identity: cpu.model,
		fields: {
			microarchitecture: cpu.microarchitecture,
			isa: cpu.isa,
			sockets: cpu.sockets,
			cores: cpu.cores,
			threads: cpu.threads,
			maxMHz: cpu.frequency.max,
		},
	});
}

function firmwareAndSystem(host: HostProfile): Component[] {
	const { firmware, os, runtime } = host;
	return [
		...named(firmware.version, () =>
			component('firmware', 'firmware', 'system firmware', {
				vendor: firmware.vendor,
				version: firmware.version,
				fields: { date: firmware.date, interface: firmware.interface },
			}),
		),
		...named(os.id, (id) =>
			component('operating-system', 'os', textOf(os.name) ?? id, {
				version: os.version,
				identity: os.id,
				fields: {
					id: os.id,
					edition: os.edition,
					release: os.release,
					build: os.build,
					packageFormat: os.packageFormat,
				},
			}),
		),
		...named(runtime.kernel, () =>
			component('platform', 'kernel', 'Linux', { version: runtime.kernel, fields: { pageSize: runtime.pageSize } }),
		),
	];
}

function software(host: HostProfile): Component[] {
	const groups = ['databases', 'middleware', 'toolchains', 'browsers', 'office', 'inputMethods', 'containers'] as const;
	return groups.flatMap((group) =>
		host[group].flatMap((entry, index) =>
			named(entry.name, (name) =>
				component('application', `${group}-${index}`, name, {
					version: entry.version,
					identity: entry.id,
					kind: `${group}:${entry.state}`,
				}),
			),
		),
	);
}

function named(field: Field<string>, build: (name: string) => Component): Component[] {
	const name = textOf(field);
	return name === undefined ? [] : [build(name)];
}

function textOf(field: Field<string>): string | undefined {
	return field.value === null || field.value === '' ? undefined : field.value;
}

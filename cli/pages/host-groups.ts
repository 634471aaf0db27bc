import type { HostProfile } from '../../contract/host.ts';
import { byteSize } from './byte-size.ts';
import { type HostWords, join, type Label, type Row } from './host-words.ts';

export interface Group {
	readonly title: Label;
	readonly rows: readonly Row[];
}

/** The parts of the page in the order of reading; those without a row are left out. */
export function hostGroups(profile: HostProfile, words: HostWords): Group[] {
	return [
		cpuGroup(profile, words),
		boardGroup(profile, words),
		memoryGroup(profile, words),
		deviceGroup(profile, words),
		osGroup(profile, words),
		runtimeGroup(profile, words),
		serverGroup('databases', profile, words),
		serverGroup('middleware', profile, words),
		softwareGroup(profile, words),
	].filter(({ rows }) => rows.length > 0);
}

function cpuGroup({ cpu, virtualisation }: HostProfile, words: HostWords): Group {
	const counts = (['sockets', 'cores', 'threads'] as const).map((kind) => {
		const { value } = cpu[kind];
		return value === null ? null : words.of(kind, { count: String(value) });
	});
	const caches = cpu.caches.flatMap(({ level, type, bytes }) => {
		const letter = type === 'data' ? 'd' : type === 'instruction' ? 'i' : '';
		return bytes.value === null ? [] : [`L${level}${letter} ${byteSize(bytes.value)}`];
	});
	const clusters = cpu.clusters.map(
		(cluster) => `${cluster.threads.value ?? '?'} × ${cluster.microarchitecture.value ?? '?'}`,
	);
	const clock = cpu.frequency.max.value ?? cpu.frequency.base.value;
	return {
		title: 'cpu',
		rows: words.rows(
			['vendor', words.said(cpu.vendor.name) ?? words.of('unknown')],
			['model', words.said(cpu.model) ?? words.of('unknown')],
			['knownBy', words.knownBy(cpu.model) ?? words.knownBy(cpu.vendor.id)],
			['core', words.said(cpu.microarchitecture)],
			['isa', words.said(cpu.isa)],
			['topology', join(counts, ' · ')],
			['clusters', clusters.length > 1 ? clusters.join(' + ') : undefined],
			['frequency', clock === null ? undefined : `${(clock / 1000).toFixed(2)} GHz`],
			['caches', caches.join(' · ')],
			['features', (cpu.features.value ?? []).join(' ')],
			[
				'virtualisation',
				virtualisation.role === 'none' ? (cpu.virtualisation.value ?? undefined) : words.said(virtualisation.type),
			],
		),
	};
}

function boardGroup({ board, firmware }: HostProfile, words: HostWords): Group {
	return {
		title: 'board',
		rows: words.rows(
			['system', join([board.systemVendor.value, board.systemProduct.value])],
			['mainboard', join([board.boardVendor.value, board.boardProduct.value])],
			[
				'firmware',
				join([firmware.vendor.value, firmware.version.value, firmware.date.value, firmware.interface.value]),
			],
		),
	};
}

function memoryGroup({ memory }: HostProfile, words: HostWords): Group {
	const kinds = memory.modules.map((module) =>
		join([
			module.bytes.value === null ? null : byteSize(module.bytes.value),
			module.type.value,
			module.speed.value === null ? null : `${module.speed.value} MT/s`,
			module.manufacturer.value,
		]),
	);
	const counts = [...new Set(kinds)].map((kind) => `${kinds.filter((other) => other === kind).length} × ${kind}`);
	return {
		title: 'memory',
		rows: words.rows(
			['total', words.said(memory.total, byteSize)],
			['swap', memory.swap.value === 0 ? undefined : words.said(memory.swap, byteSize)],
			['modules', counts.join('; ')],
			['nodes', memory.numaNodes.length > 1 ? String(memory.numaNodes.length) : undefined],
		),
	};
}

function deviceGroup({ storage, graphics, network, peripherals }: HostProfile, words: HostWords): Group {
	const row = (label: Label, values: readonly string[]): Row[] =>
		values.map((value, index): Row => [index === 0 ? words.of(label) : '', value]);
	return {
		title: 'devices',
		rows: [
			...row(
				'storage',
				storage.disks.map((disk) =>
					join(
						[
							disk.name,
							disk.model.value,
							disk.bytes.value === null ? null : byteSize(disk.bytes.value),
							disk.type.value,
						],
						'  ',
					),
				),
			),
			...row(
				'filesystems',
				storage.filesystems.map(({ mount, type, bytes }) => join([mount, type, byteSize(bytes)], '  ')),
			),
			...row(
				'graphics',
				graphics.map((card) =>
					join(
						[
							card.vendor.value,
							card.model.value ?? words.of('unnamed'),
							card.driver.value,
							...card.displays.map(({ connector, mode }) => join([connector, mode])),
						],
						'  ',
					),
				),
			),
			...row(
				'network',
				network.interfaces
					.filter(({ virtual }) => !virtual)
					.map((entry) =>
						join(
							[
								entry.name,
								entry.vendor.value,
								entry.model.value,
								entry.driver.value,
								entry.speed.value === null ? entry.state : `${entry.speed.value} Mb/s`,
							],
							'  ',
						),
					),
			),
			...row(
				'peripherals',
				peripherals.map((device) => join([words.kind(device.kind), device.name.value ?? device.vendor.value], '  ')),
			),
		],
	};
}

function osGroup({ os }: HostProfile, words: HostWords): Group {
	const edition = { desktop: words.of('desktopEdition'), server: words.of('serverEdition') }[os.edition.value ?? ''];
	return {
		title: 'os',
		rows: words.rows(
			['name', words.said(os.name) ?? words.said(os.id) ?? words.of('unknown')],
			['release', join([words.said(os.id), words.said(os.version), words.said(os.release), edition], ' · ')],
			['knownBy', words.knownBy(os.release) ?? words.knownBy(os.version) ?? words.knownBy(os.id)],
			['base', words.said(os.base)],
			['packages', words.said(os.packageFormat)],
		),
	};
}

function runtimeGroup({ runtime, timeSource, power, users }: HostProfile, words: HostWords): Group {
	return {
		title: 'runtime',
		rows: words.rows(
			['kernel', words.said(runtime.kernel)],
			['pageSize', words.said(runtime.pageSize, byteSize)],
			['libc', join([runtime.libc.name.value, runtime.libc.version.value])],
			['loader', words.said(runtime.loader)],
			['desktop', join([words.said(runtime.desktop), words.said(runtime.displayServer)], ' · ')],
			['locale', join([runtime.locale.value, runtime.timeZone.value], ' · ')],
			['security', join([words.said(runtime.securityModule.name), runtime.securityModule.state.value], ' · ')],
			[
				'time',
				join([timeSource.service.value, synchronised(timeSource, words), clocksource(timeSource, words)], ' · '),
			],
			[
				'power',
				join([power.profile.value, power.governor.value, power.onBattery.value ? words.of('onBattery') : null], ' · '),
			],
			['users', [...new Set(users.map(({ name }) => name.value))].join(' · ')],
		),
	};
}

function synchronised({ synchronised: { value } }: HostProfile['timeSource'], words: HostWords): string | null {
	return value === null ? null : words.of(value ? 'inStep' : 'outOfStep');
}

function clocksource({ clocksource: { value } }: HostProfile['timeSource'], words: HostWords): string | null {
	return value === null ? null : words.of('clocksource', { name: value });
}

function serverGroup(group: 'databases' | 'middleware', profile: HostProfile, words: HostWords): Group {
	const rows = profile[group].map((server): Row => {
		const mode = 'compatibilityMode' in server ? server.compatibilityMode.value : null;
		const parts = [
			words.said(server.version),
			words.of(server.state),
			server.port.value === null ? null : words.of('port', { port: String(server.port.value) }),
			mode === null ? null : words.of('mode', { mode }),
			server.unit.value,
			server.container.value === null ? null : words.of('inContainer', { container: server.container.value }),
		];
		return [words.said(server.name) ?? words.of('unknown'), join(parts, ' · ')];
	});
	return { title: group, rows };
}

function softwareGroup(profile: HostProfile, words: HostWords): Group {
	const groups = ['toolchains', 'browsers', 'office', 'inputMethods', 'containers'] as const;
	return {
		title: 'software',
		rows: words.rows(
			...groups.map((group): readonly [Label, string] => [
				group,
				profile[group].map((entry) => join([entry.name.value, entry.version.value])).join(' · '),
			]),
		),
	};
}

import type { Field } from '../../contract/host/field.ts';
import type { HostProfile } from '../../contract/host.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { columns, pad } from '../terminal/table.ts';
import { byteSize } from './byte-size.ts';
import { fill, hostNotes } from './host-notes.ts';
import { HOST_TEXTS } from './host-texts.ts';

export interface PageStyle {
	/** Columns of the terminal. */
	readonly width: number;
	readonly colour: boolean;
}

type Label = keyof typeof HOST_TEXTS;
type Row = readonly [label: string, value: string];
interface Group {
	readonly title: Label;
	readonly rows: readonly Row[];
}

/** The host for people: what it is in groups, how sure we are where we are not, and what to mind. */
export function hostPage(profile: HostProfile, language: Language, style: PageStyle): string {
	const words = new Words(language);
	const groups = [
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
	const labelWidth = Math.max(...groups.flatMap(({ rows }) => rows.map(([label]) => columns(label))));
	const lines = groups.flatMap(({ title, rows }) => [
		paint(words.of(title), BOLD, style),
		...rows.flatMap(([label, value]) => hang(`  ${pad(label, labelWidth)}  `, value, style.width)),
		'',
	]);
	const notes = hostNotes(profile, language).flatMap((note) => hang('  ! ', note, style.width));
	if (notes.length > 0)
		lines.push(paint(words.of('notes'), BOLD, style), ...notes.map((line) => paint(line, YELLOW, style)), '');
	return `${lines.join('\n').trimEnd()}\n`;
}

/** Values and labels in one language, with the word for how sure a value is. */
class Words {
	readonly #language: Language;

	constructor(language: Language) {
		this.#language = language;
	}

	of(label: Label, values: Readonly<Record<string, string>> = {}): string {
		return fill(textIn(HOST_TEXTS[label], this.#language), values);
	}

	/** The value as it is shown; undefined when it is unknown. */
	said<Value>(field: Field<Value>, show: (value: Value) => string = String): string | undefined {
		if (field.value === null) return undefined;
		const text = show(field.value);
		if (field.confidence === 'certain' || field.confidence === null) return text;
		return this.#language === 'zh'
			? `${text}（${this.of(field.confidence)}）`
			: `${text} (${this.of(field.confidence)})`;
	}

	rows(...entries: readonly (readonly [Label, string | undefined])[]): Row[] {
		return entries.flatMap(([label, value]): Row[] =>
			value === undefined || value === '' ? [] : [[this.of(label), value]],
		);
	}
}

function cpuGroup({ cpu, virtualisation }: HostProfile, words: Words): Group {
	const number = (field: Field<number>) => (field.value === null ? '?' : String(field.value));
	const counted = [cpu.sockets, cpu.cores, cpu.threads].some(({ value }) => value !== null);
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
			['core', join([words.said(cpu.microarchitecture), cpu.isa.value], ' · ')],
			[
				'topology',
				counted
					? words.of('topologyOf', {
							sockets: number(cpu.sockets),
							cores: number(cpu.cores),
							threads: number(cpu.threads),
						})
					: undefined,
			],
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

function boardGroup({ board, firmware }: HostProfile, words: Words): Group {
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

function memoryGroup({ memory }: HostProfile, words: Words): Group {
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
			['modules', counts.join('; ')],
			['nodes', memory.numaNodes.length > 1 ? String(memory.numaNodes.length) : undefined],
		),
	};
}

function deviceGroup({ storage, graphics, network, peripherals }: HostProfile, words: Words): Group {
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
				'graphics',
				graphics.map((card) =>
					join([card.vendor.value, card.model.value ?? words.of('unnamed'), card.driver.value], '  '),
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
				peripherals.map((device) => join([device.kind, device.vendor.value, device.name.value], '  ')),
			),
		],
	};
}

function osGroup({ os }: HostProfile, words: Words): Group {
	const edition = { desktop: words.of('desktopEdition'), server: words.of('serverEdition') }[os.edition.value ?? ''];
	return {
		title: 'os',
		rows: words.rows(
			['name', words.said(os.name) ?? words.said(os.id) ?? words.of('unknown')],
			['release', join([words.said(os.id), words.said(os.version), words.said(os.release), edition], ' · ')],
			['base', words.said(os.base)],
			['packages', words.said(os.packageFormat)],
		),
	};
}

function runtimeGroup({ runtime, timeSource, power }: HostProfile, words: Words): Group {
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
			['time', join([timeSource.service.value, timeSource.clocksource.value], ' · ')],
			['power', join([power.profile.value, power.governor.value], ' · ')],
		),
	};
}

function serverGroup(group: 'databases' | 'middleware', profile: HostProfile, words: Words): Group {
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

function softwareGroup(profile: HostProfile, words: Words): Group {
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

function join(parts: readonly (string | null | undefined)[], between = ' '): string {
	return parts.filter((part) => part !== null && part !== undefined && part !== '').join(between);
}

/** Breaks a value at blanks, the next lines below its first column. */
function hang(head: string, value: string, width: number): string[] {
	const room = Math.max(20, width - columns(head));
	const lines: string[] = [];
	let line = '';
	for (const piece of value.split(/(?<=\s)|(?<=[，。：；）])/u)) {
		if (line !== '' && columns(line) + columns(piece.trimEnd()) > room) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	lines.push(line.trimEnd());
	return lines.map((text, index) => (index === 0 ? head + text : ' '.repeat(columns(head)) + text));
}

const BOLD = '1';
const YELLOW = '33';

function paint(text: string, code: string, style: PageStyle): string {
	return style.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}

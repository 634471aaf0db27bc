import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, meaningful, sensitive, unknown } from '../field.ts';
import { dmidecodeTexts } from '../parse/dmi-text.ts';
import { type DmiStructure, dmiEntry, structuresOf } from '../parse/dmidecode.ts';
import { type Entry, entryOf, keyValues } from '../parse/key-values.ts';
import type { Source } from '../source/source.ts';

type Memory = HostProfile['memory'];

export async function detectMemory(source: Source): Promise<Memory> {
	const [meminfo, texts, numaNodes] = await Promise.all([
		source.readText('/proc/meminfo'),
		dmidecodeTexts(source),
		readNumaNodes(source),
	]);
	const entries = meminfo === undefined ? [] : keyValues(meminfo);
	const modules = texts.flatMap(({ command, text }) =>
		structuresOf(text, 'Memory Device').flatMap((structure) => memoryModule(structure, command)),
	);
	return {
		total: kibibytes(entryOf(entries, 'memtotal'), '/proc/meminfo'),
		swap: kibibytes(entryOf(entries, 'swaptotal'), '/proc/meminfo'),
		modules: withoutRepeats(modules),
		numaNodes,
	};
}

function kibibytes(entry: Entry | undefined, path: string): Field<number> {
	const match = /^(\d+) kB$/u.exec(entry?.value ?? '');
	if (entry === undefined || match === null) return unknown('not there or not readable');
	return certain(Number(match[1]) * 1024, evidence(path, entry.raw, entry.line));
}

/** Empty slots say "No Module Installed". */
function memoryModule(structure: DmiStructure, command: string): Memory['modules'] {
	const size = dmiEntry(structure, 'Size');
	const bytes = sizeInBytes(size?.value);
	if (size === undefined || bytes === undefined) return [];
	const text = (...keys: string[]): Field<string> => {
		const entry = dmiEntry(structure, ...keys);
		const value = meaningful(entry?.value);
		return entry === undefined || value === undefined
			? unknown('firmware does not say')
			: certain(value, evidence(command, entry.raw, entry.line));
	};
	const speed = dmiEntry(structure, 'Configured Memory Speed', 'Configured Clock Speed', 'Speed');
	const transfers = /^(\d+) M(?:T\/s|Hz)$/u.exec(speed?.value ?? '');
	return [
		{
			slot: text('Locator'),
			bytes: certain(bytes, evidence(command, size.raw, size.line)),
			type: text('Type'),
			speed:
				speed === undefined || transfers === null
					? unknown('firmware does not say')
					: certain(Number(transfers[1]), evidence(command, speed.raw, speed.line)),
			manufacturer: text('Manufacturer'),
			part: text('Part Number'),
			serial: sensitive(text('Serial Number')),
		},
	];
}

/** "16 GB", "16384 MB" */
export function sizeInBytes(text: string | undefined): number | undefined {
	const match = /^(\d+) (kB|MB|GB|TB)$/u.exec(text ?? '');
	const factor = { kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 }[match?.[2] ?? ''];
	return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
}

/** A snapshot may hold both `dmidecode` and `dmidecode -t memory`. */
function withoutRepeats(modules: Memory['modules']): Memory['modules'] {
	const commands = new Set(modules.map((module) => module.bytes.source));
	const [first] = commands;
	return commands.size <= 1 ? modules : modules.filter((module) => module.bytes.source === first);
}

const NODES = '/sys/devices/system/node';

async function readNumaNodes(source: Source): Promise<Memory['numaNodes']> {
	const names = ((await source.list(NODES)) ?? []).filter((name) => /^node\d+$/u.test(name));
	const nodes = await Promise.all(
		names.map(async (name) => {
			const path = `${NODES}/${name}/meminfo`;
			const [cpus, meminfo] = await Promise.all([source.readText(`${NODES}/${name}/cpulist`), source.readText(path)]);
			const total = /^Node \d+ MemTotal:\s+(\d+) kB$/mu.exec(meminfo ?? '');
			const bytes: Field<number> =
				total === null
					? unknown('not there or not readable')
					: certain(Number(total[1]) * 1024, evidence(path, total[0]));
			return { id: Number(name.slice(4)), cpus: cpus?.trim() ?? '', bytes };
		}),
	);
	return nodes.sort((one, other) => one.id - other.id);
}

import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import { dmiEntry } from '../parse/dmidecode.ts';
import type { Source } from '../source/source.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { inBlocks } from './cpuinfo.ts';

export interface Policy {
	readonly cpus: readonly number[];
	readonly maxMHz: Field<number>;
	readonly baseMHz: Field<number>;
}

const CPUFREQ = '/sys/devices/system/cpu/cpufreq';

/** One per group of CPUs that change their clock together. */
export async function readPolicies(source: Source): Promise<Policy[]> {
	const names = ((await source.list(CPUFREQ)) ?? []).filter((name) => /^policy\d+$/u.test(name));
	names.sort((one, other) => Number(one.slice(6)) - Number(other.slice(6)));
	return Promise.all(
		names.map(async (name) => {
			const read = (file: string) => source.readText(`${CPUFREQ}/${name}/${file}`);
			const [cpus, max, base] = await Promise.all([
				read('related_cpus'),
				read('cpuinfo_max_freq'),
				read('base_frequency'),
			]);
			return {
				cpus: (cpus ?? '').split(/\s+/u).filter(Boolean).map(Number),
				maxMHz: megahertz(max, `${CPUFREQ}/${name}/cpuinfo_max_freq`),
				baseMHz: megahertz(base, `${CPUFREQ}/${name}/base_frequency`),
			};
		}),
	);
}

export function detectFrequency(
	read: CpuEvidence,
	policies: readonly Policy[],
): { base: Field<number>; max: Field<number> } {
	const fastest = policies
		.filter(({ maxMHz }) => maxMHz.value !== null)
		.sort((one, other) => (other.maxMHz.value ?? 0) - (one.maxMHz.value ?? 0))[0];
	const based = policies.find(({ baseMHz }) => baseMHz.value !== null);
	return { max: fastest?.maxMHz ?? maxOf(read), base: based?.baseMHz ?? baseOf(read) };
}

function maxOf(read: CpuEvidence): Field<number> {
	const entry = read.lscpu.get('cpu max mhz');
	const number = Number(entry?.value);
	if (entry !== undefined && number > 0) return certain(number, evidence('lscpu', entry.raw, entry.line));
	return ofDmi(read, 'Max Speed') ?? unknown('no frequency table');
}

/** The clock in the name ("@ 2.5GHz"), the firmware's current speed, or Loongson's fixed clock. */
function baseOf(read: CpuEvidence): Field<number> {
	const name =
		inBlocks(read.cpuinfo, 'model name') ?? read.lscpu.get('bios model name') ?? read.lscpu.get('model name');
	const match = /@ ?([\d.]+)\+? ?(GHz|MHz)/u.exec(name?.value ?? '');
	if (name !== undefined && match?.[1] !== undefined) {
		const from = inBlocks(read.cpuinfo, 'model name') === undefined ? 'lscpu' : '/proc/cpuinfo';
		const value = Number(match[1]) * (match[2] === 'GHz' ? 1000 : 1);
		if (Number.isFinite(value)) return certain(Math.round(value), evidence(from, name.raw, name.line));
	}
	const dmi = ofDmi(read, 'Current Speed');
	if (dmi !== undefined) return dmi;
	const loongson = inBlocks(read.cpuinfo, 'cpu family');
	const clock = inBlocks(read.cpuinfo, 'cpu mhz');
	if (loongson !== undefined && clock !== undefined && /^Loongson/iu.test(loongson.value) && Number(clock.value) > 0) {
		return likely(Number(clock.value), evidence('/proc/cpuinfo', clock.raw, clock.line));
	}
	return unknown('nothing names a nominal clock');
}

function ofDmi(read: CpuEvidence, key: string): Field<number> | undefined {
	for (const { structure, command } of read.processors) {
		const entry = dmiEntry(structure, key);
		const match = /^(\d+) MHz$/u.exec(entry?.value ?? '');
		if (entry !== undefined && match?.[1] !== undefined) {
			return likely(Number(match[1]), evidence(command, entry.raw, entry.line));
		}
	}
	return undefined;
}

function megahertz(kilohertz: string | undefined, from: string): Field<number> {
	const number = Number(kilohertz);
	return kilohertz === undefined || !(number > 0)
		? unknown('not there or not readable')
		: certain(number / 1000, evidence(from, kilohertz.trim()));
}

import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, guess, likely, unknown } from '../field.ts';
import { dmiEntry } from '../parse/dmidecode.ts';
import type { Entry } from '../parse/key-values.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { countOfCpus, inBlocks } from './cpuinfo.ts';
import { mayBeAll } from './usual-threads.ts';

export interface Topology {
	readonly sockets: Field<number>;
	readonly cores: Field<number>;
	readonly threads: Field<number>;
}

export function detectTopology(read: CpuEvidence, model: string | null): Topology {
	return { sockets: sockets(read), cores: cores(read), threads: threads(read, model) };
}

/** Logical CPUs of the whole machine when a source that counts all of them says so. */
export function countOfWholeMachine(read: CpuEvidence): number | undefined {
	const present = countOfList(read.present);
	if (present !== undefined) return present;
	return positive(read.lscpu.get('cpu(s)')) ?? countOfCpus(read.cpuinfo);
}

/** "0-3,8-11" → 8 */
export function countOfList(list: string | undefined): number | undefined {
	if (list === undefined || !/^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/u.test(list)) return undefined;
	return list.split(',').reduce((sum, range) => {
		const [first = 0, last = first] = range.split('-').map(Number);
		return sum + last - first + 1;
	}, 0);
}

function threads(read: CpuEvidence, model: string | null): Field<number> {
	const online = countOfList(read.online);
	if (online !== undefined) return certain(online, evidence('/sys/devices/system/cpu/online', read.online ?? ''));
	const entry = read.lscpu.get('cpu(s)');
	const ofLscpu = positive(entry);
	if (entry !== undefined && ofLscpu !== undefined) return certain(ofLscpu, evidence('lscpu', entry.raw, entry.line));
	const counted = countOfCpus(read.cpuinfo);
	if (counted === undefined || !mayBeAll(counted, model)) return unknown('the evidence shows only a part of the CPUs');
	// A pasted excerpt may end early; only a machine of more than one block is worth a guess.
	return counted > 1
		? guess(counted, evidence('/proc/cpuinfo', `${counted} × processor`))
		: unknown('a single block: perhaps an excerpt', evidence('/proc/cpuinfo', 'processor : 0'));
}

function sockets(read: CpuEvidence): Field<number> {
	const entry = read.lscpu.get('socket(s)');
	const ofLscpu = positive(entry);
	if (entry !== undefined && ofLscpu !== undefined) return certain(ofLscpu, evidence('lscpu', entry.raw, entry.line));
	const complete = countOfCpus(read.cpuinfo) !== undefined;
	const packages = distinct(read, 'physical id') ?? distinct(read, 'package');
	if (complete && packages !== undefined) return likely(packages, evidence('/proc/cpuinfo', `${packages} packages`));
	return unknown('no complete evidence of sockets');
}

function cores(read: CpuEvidence): Field<number> {
	const perSocket = read.lscpu.get('core(s) per socket') ?? read.lscpu.get('core(s) per cluster');
	const count = positive(perSocket);
	const groups = positive(read.lscpu.get('socket(s)')) ?? positive(read.lscpu.get('cluster(s)'));
	if (perSocket !== undefined && count !== undefined && groups !== undefined) {
		return certain(count * groups, evidence('lscpu', perSocket.raw, perSocket.line));
	}
	const perPackage = inBlocks(read.cpuinfo, 'cpu cores');
	const packages = distinct(read, 'physical id');
	if (countOfCpus(read.cpuinfo) !== undefined && perPackage !== undefined && packages !== undefined) {
		const line = evidence('/proc/cpuinfo', perPackage.raw, perPackage.line);
		return likely(Number(perPackage.value) * packages, line);
	}
	const dmi = read.processors.flatMap(({ structure, command }) => {
		const entry = dmiEntry(structure, 'Core Count');
		return entry === undefined ? [] : [{ entry, command }];
	});
	const total = dmi.reduce((sum, { entry }) => sum + (Number(entry.value) || 0), 0);
	if (total > 0) return likely(total, ...dmi.map(({ entry, command }) => evidence(command, entry.raw, entry.line)));
	return unknown('no complete evidence of cores');
}

function distinct(read: CpuEvidence, key: string): number | undefined {
	const values = new Set(
		(read.cpuinfo?.blocks ?? []).flatMap((block) =>
			block.filter((entry) => entry.key === key).map((entry) => entry.value),
		),
	);
	return values.size === 0 ? undefined : values.size;
}

function positive(entry: Entry | undefined): number | undefined {
	const number = Number(entry?.value);
	return Number.isInteger(number) && number > 0 ? number : undefined;
}

import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, guess, likely, unknown } from '../field.ts';
import { dmiEntry } from '../parse/dmidecode.ts';
import type { Entry } from '../parse/key-values.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { countOfCpus, inBlocks } from './cpuinfo.ts';
import type { Midr } from './midr.ts';
import { mayBeAll, usualThreads } from './usual-threads.ts';

export interface Topology {
	readonly sockets: Field<number>;
	readonly cores: Field<number>;
	readonly threads: Field<number>;
}

/** A guest (`virtual`) has as many CPUs as it was given, whatever its model usually has. */
export function detectTopology(
	read: CpuEvidence,
	model: string | null,
	midrs: readonly Midr[],
	isa: string | null,
	virtual: boolean,
): Topology {
	const known = virtual ? null : model;
	const logical = threads(read, known);
	const counted = sockets(read, virtual ? false : midrs.length > 1);
	return {
		sockets: virtual || (isa ?? 'aarch64') !== 'aarch64' ? counted : (socketsOfClusters(read, known) ?? counted),
		cores: cores(read, logical, midrs),
		threads: logical,
	};
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
	if (read.cpuinfo === undefined) return ofFirmware(read, 'Thread Count') ?? unknown('no evidence counts the CPUs');
	if (counted === undefined || !mayBeAll(counted, model)) return unknown('the evidence shows only a part of the CPUs');
	// A pasted excerpt may end early; only a machine of more than one block is worth a guess.
	return counted > 1
		? guess(counted, evidence('/proc/cpuinfo', `${counted} × processor`))
		: unknown('a single block: perhaps an excerpt', evidence('/proc/cpuinfo', 'processor : 0'));
}

/** Arm chips of several sockets have more cores than this; a cluster of cores never has. */
const LARGEST_CLUSTER = 8;

/**
 * On Arm, lscpu up to 2.36 takes each cluster for a socket where the firmware describes no packages: sixteen sockets of
 * four cores are one FT-2000+/64.
 */
function socketsOfClusters(read: CpuEvidence, model: string | null): Field<number> | undefined {
	const entry = read.lscpu.get('socket(s)');
	const claimed = positive(entry);
	if (entry === undefined || claimed === undefined || claimed === 1) return undefined;
	const line = evidence('lscpu', entry.raw, entry.line);
	const all = positive(read.lscpu.get('cpu(s)'));
	const perSocket = positive(read.lscpu.get('core(s) per socket')) ?? (all === undefined ? undefined : all / claimed);
	if (perSocket === undefined) return unknown('lscpu may count clusters as sockets', line);
	const usual = usualThreads(model);
	if (perSocket >= (usual ?? LARGEST_CLUSTER + 1)) return undefined;
	const chips = (claimed * perSocket) / (usual ?? Number.NaN);
	return Number.isInteger(chips) && chips > 0 ? likely(chips, line) : unknown('lscpu counts clusters as sockets', line);
}

function sockets(read: CpuEvidence, mixed: boolean): Field<number> {
	const entry = read.lscpu.get('socket(s)');
	const ofLscpu = positive(entry);
	// For a mixed machine it prints a number of sockets for each kind of core.
	if (entry !== undefined && ofLscpu !== undefined && read.lscpuCores.length < 2 && (!mixed || ofLscpu === 1))
		return certain(ofLscpu, evidence('lscpu', entry.raw, entry.line));
	const complete = countOfCpus(read.cpuinfo) !== undefined;
	const packages = distinct(read, 'physical id') ?? distinct(read, 'package');
	if (complete && packages !== undefined) return likely(packages, evidence('/proc/cpuinfo', `${packages} packages`));
	// An empty socket has a structure of its own: "Status: Unpopulated".
	const populated = read.processors.filter(({ structure }) =>
		/^Populated/iu.test(dmiEntry(structure, 'Status')?.value ?? ''),
	);
	const [first] = populated;
	if (first !== undefined)
		return likely(populated.length, evidence(first.command, `${populated.length} × Status: Populated`));
	return unknown('no complete evidence of sockets');
}

function cores(read: CpuEvidence, threads: Field<number>, midrs: readonly Midr[]): Field<number> {
	const mixed = coresOfKinds(read);
	if (mixed !== undefined) return mixed;
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
	return (
		ofFirmware(read, 'Core Count') ?? coresWithoutThreads(threads, midrs) ?? unknown('no complete evidence of cores')
	);
}

/** A mixed machine: the first kind's count alone would be wrong. */
function coresOfKinds({ lscpuCores }: CpuEvidence): Field<number> | undefined {
	if (lscpuCores.length < 2) return undefined;
	const total = lscpuCores.reduce((sum, { cores: count }) => sum + (count ?? Number.NaN), 0);
	const lines = lscpuCores.map(({ name }) => evidence('lscpu', name.raw, name.line));
	return total > 0 ? certain(total, ...lines) : unknown('lscpu does not count each kind of core', ...lines);
}

/** The sum over the sockets' structures. */
function ofFirmware(read: CpuEvidence, key: string): Field<number> | undefined {
	const counts = read.processors.flatMap(({ structure, command }) => {
		const entry = dmiEntry(structure, key);
		return entry === undefined ? [] : [{ entry, command }];
	});
	const total = counts.reduce((sum, { entry }) => sum + (Number(entry.value) || 0), 0);
	return total > 0
		? likely(total, ...counts.map(({ entry, command }) => evidence(command, entry.raw, entry.line)))
		: undefined;
}

/** Phytium's cores up to FTC664 and the first TaiShan run one thread each, so their threads are their cores. */
function coresWithoutThreads(threads: Field<number>, midrs: readonly Midr[]): Field<number> | undefined {
	const single =
		midrs.length > 0 &&
		midrs.every(
			({ implementer, part }) => (implementer === 0x70 && part <= 0x664) || (implementer === 0x48 && part === 0xd01),
		);
	if (!single || threads.value === null) return undefined;
	return { ...threads, evidence: [...threads.evidence, ...midrs.flatMap((midr) => [...midr.evidence])] };
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

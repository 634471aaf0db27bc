import type { HostProfile } from '../../contract/host.ts';
import { type CpuEvidence, readCpuEvidence } from './cpu/cpu-evidence.ts';
import { detectCpu } from './cpu/detect-cpu.ts';
import { detectGraphics } from './devices/graphics.ts';
import { detectNetwork } from './devices/network.ts';
import { readPciDevices } from './devices/pci.ts';
import { detectPeripherals } from './devices/peripherals.ts';
import { detectStorage } from './devices/storage.ts';
import { detectBoard, detectFirmware } from './machine/board.ts';
import { detectMemory } from './machine/memory.ts';
import { detectOs } from './os/detect-os.ts';
import type { Probes } from './probes.ts';
import { detectRuntime } from './runtime/detect-runtime.ts';
import { detectHostname, detectUsers } from './runtime/identity.ts';
import { detectPower, detectTimeSource } from './runtime/power-and-time.ts';
import { readProcesses } from './runtime/processes.ts';
import { detectVirtualisation, isVirtualMachine } from './runtime/virtualisation.ts';
import { detectSoftware } from './software/detect-software.ts';
import type { Source } from './source/source.ts';
import { complete } from './systeminformation/complete.ts';
import { readSysteminformation } from './systeminformation/read-systeminformation.ts';
import { unknownProfile } from './unknown-profile.ts';

type Detected = Omit<HostProfile, 'schema' | 'detectedOn' | 'origin' | 'probes'>;

/** All probes over one source, side by side. */
export async function detectFrom(probes: Probes): Promise<Detected> {
	const none = unknownProfile();
	// First of all: it takes longest, and works in a process of its own.
	const said = probes.run('systeminformation', {}, readSysteminformation);
	const cpuEvidence = probes.run('cpu-evidence', undefined, readCpuEvidence);
	const processes = probes.run('processes', { entries: [] }, readProcesses);
	const pci = probes.run('pci', [], readPciDevices);
	const software = detectSoftware(probes, processes);
	const cpu = cpuProbe(probes, cpuEvidence, none.cpu);
	const [hostname, users, board, firmware, memory, storage, graphics, network, peripherals, os, power] =
		await Promise.all([
			probes.run('hostname', none.hostname, detectHostname),
			probes.run('users', [], detectUsers),
			probes.run('board', none.board, detectBoard),
			probes.run('firmware', none.firmware, detectFirmware),
			probes.run('memory', none.memory, detectMemory),
			probes.run('storage', none.storage, detectStorage),
			probes.run('graphics', [], async (source) => detectGraphics(source, await pci)),
			probes.run('network', none.network, async (source) => detectNetwork(source, await pci)),
			probes.run('peripherals', [], detectPeripherals),
			probes.run('os', none.os, detectOs),
			probes.run('power', none.power, detectPower),
		]);
	const [detectedCpu, runtime, virtualisation, timeSource, detectedSoftware] = await Promise.all([
		cpu,
		probes.run('runtime', none.runtime, async (source) =>
			detectRuntime(source, (await cpu).isa.value, await processes),
		),
		probes.run('virtualisation', none.virtualisation, async (source) => {
			const read = await cpuEvidence;
			return read === undefined ? none.virtualisation : detectVirtualisation(source, read);
		}),
		probes.run('time', none.timeSource, async (source) => detectTimeSource(source, await processes)),
		software,
	]);
	return {
		hostname,
		cpu: detectedCpu,
		board,
		firmware,
		...complete({ memory, storage, graphics, network, power, users }, await said),
		peripherals,
		os,
		runtime,
		...detectedSoftware,
		virtualisation,
		timeSource,
	};
}

function cpuProbe(
	probes: Probes,
	evidence: Promise<CpuEvidence | undefined>,
	otherwise: HostProfile['cpu'],
): Promise<HostProfile['cpu']> {
	return probes.run('cpu', otherwise, async (source: Source) => {
		const read = await evidence;
		return read === undefined ? otherwise : detectCpu(source, read, await isVirtualMachine(source, read));
	});
}

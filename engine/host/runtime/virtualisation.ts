import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { CpuEvidence } from '../cpu/cpu-evidence.ts';
import { inBlocks } from '../cpu/cpuinfo.ts';
import { certain, evidence, guess, likely, unknown } from '../field.ts';
import { exists, type Source } from '../source/source.ts';

type Virtualisation = HostProfile['virtualisation'];

/** Says whether the machine is a guest and whether this process sits in a container: either may lie about the CPU. */
export async function detectVirtualisation(source: Source, cpu: CpuEvidence): Promise<Virtualisation> {
	const [machine, container] = await Promise.all([machineType(source, cpu), containerType(source)]);
	if (container.value !== null) return { type: container, role: 'container', container };
	if (machine.value === 'none') return { type: machine, role: 'none', container };
	return { type: machine, role: machine.value === null ? 'unknown' : 'machine', container };
}

/** Is the machine itself (below any container) a guest? */
export async function isVirtualMachine(source: Source, cpu: CpuEvidence): Promise<boolean> {
	const type = await machineType(source, cpu);
	return type.value !== null && type.value !== 'none';
}

const DMI_NAMES: readonly (readonly [RegExp, string])[] = [
	[
		/^(?:KVM|Amazon EC2|Google Compute Engine|OpenStack|Alibaba Cloud|Tencent Cloud|Huawei Cloud|DigitalOcean)/iu,
		'kvm',
	],
	[/^(?:QEMU|Bochs|Standard PC|Nutanix AHV|RHEV|oVirt|Red Hat)/iu, 'kvm'],
	[/^VMware/iu, 'vmware'],
	[/^(?:innotek|VirtualBox)/iu, 'virtualbox'],
	[/^Xen/iu, 'xen'],
	[/^Parallels/iu, 'parallels'],
	[/^(?:Virtual Machine|Hyper-V)/iu, 'hyperv'],
	[/^(?:BHYVE)/iu, 'bhyve'],
];

const HYPERVISORS: Readonly<Record<string, string>> = {
	kvm: 'kvm',
	vmware: 'vmware',
	microsoft: 'hyperv',
	xen: 'xen',
	oracle: 'virtualbox',
	parallels: 'parallels',
};

async function machineType(source: Source, cpu: CpuEvidence): Promise<Field<string>> {
	const kernel = (await source.readText('/proc/sys/kernel/osrelease')) ?? (await source.readText('/proc/version'));
	const windows = /\S*-microsoft-standard-WSL2\S*/iu.exec(kernel ?? '')?.[0];
	if (windows !== undefined) return certain('wsl', evidence('/proc/version', windows));
	const hypervisor = cpu.lscpu.get('hypervisor vendor');
	const byLscpu = HYPERVISORS[hypervisor?.value.toLowerCase() ?? ''];
	if (hypervisor !== undefined && byLscpu !== undefined) {
		return certain(byLscpu, evidence('lscpu', hypervisor.raw, hypervisor.line));
	}
	for (const { path, text } of cpu.system) {
		const named = DMI_NAMES.find(([pattern]) => pattern.test(text))?.[1];
		if (named !== undefined) return certain(named, evidence(path, text));
	}
	const xen = await source.readText('/sys/hypervisor/type');
	if (xen !== undefined && xen.trim() !== '') return certain(xen.trim(), evidence('/sys/hypervisor/type', xen.trim()));
	const flags = inBlocks(cpu.cpuinfo, 'flags');
	if (flags !== undefined && /\bhypervisor\b/u.test(flags.value)) {
		return likely('unnamed', evidence('/proc/cpuinfo', 'flags: … hypervisor …', flags.line));
	}
	return loongsonGuest(cpu) ?? notVirtual(cpu, flags !== undefined);
}

/**
 * A LoongArch guest has no flag for it. Its vCPUs each come as a package of their own, and it is offered no hardware
 * watchpoints: no board carries that many one-core packages.
 */
function loongsonGuest(cpu: CpuEvidence): Field<string> | undefined {
	const family = inBlocks(cpu.cpuinfo, 'cpu family') ?? cpu.lscpu.get('cpu family');
	if (family === undefined || !/^Loongson/iu.test(family.value)) return undefined;
	const watchpoint = inBlocks(cpu.cpuinfo, 'hardware watchpoint');
	if (watchpoint !== undefined && watchpoint.value === 'no') {
		return likely('kvm', evidence('/proc/cpuinfo', watchpoint.raw, watchpoint.line));
	}
	const perSocket = cpu.lscpu.get('core(s) per socket');
	const sockets = cpu.lscpu.get('socket(s)');
	if (sockets === undefined || perSocket?.value !== '1' || !(Number(sockets.value) > 1)) return undefined;
	return guess('kvm', evidence('lscpu', perSocket.raw, perSocket.line), evidence('lscpu', sockets.raw, sockets.line));
}

function notVirtual(cpu: CpuEvidence, flagsSeen: boolean): Field<string> {
	const product = cpu.system.find(({ path }) => path.endsWith('product_name'));
	if (product !== undefined) return likely('none', evidence(product.path, product.text));
	// x86 guests carry the flag, so its absence tells; other architectures have none.
	const x86 = inBlocks(cpu.cpuinfo, 'vendor_id');
	if (x86 !== undefined && flagsSeen) return likely('none', evidence('/proc/cpuinfo', 'flags without hypervisor'));
	return unknown('no evidence for or against a hypervisor');
}

async function containerType(source: Source): Promise<Field<string>> {
	// The kernel's own threads are visible from the machine's own process table only.
	const second = await source.readText('/proc/2/comm');
	if (second?.trim() === 'kthreadd') return unknown('not in a container');
	const marker = await source.readText('/run/systemd/container');
	if (marker !== undefined && marker.trim() !== '') {
		return certain(marker.trim(), evidence('/run/systemd/container', marker.trim()));
	}
	if (await exists(source, '/run/.containerenv')) return certain('podman', evidence('/run/.containerenv', 'present'));
	const groups = await source.readText('/proc/1/cgroup');
	const named = /\b(kubepods|docker|libpod|lxc)\b/u.exec(groups ?? '')?.[1];
	const type = { kubepods: 'kubernetes', docker: 'docker', libpod: 'podman', lxc: 'lxc' }[named ?? ''];
	if (type !== undefined) return certain(type, evidence('/proc/1/cgroup', (groups ?? '').split('\n')[0] ?? ''));
	if (await exists(source, '/.dockerenv')) return likely('docker', evidence('/.dockerenv', 'present'));
	return unknown('no evidence of a container');
}

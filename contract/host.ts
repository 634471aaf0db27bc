import { z } from 'zod';
import { flagField, numberField, textField, textsField } from './host/field.ts';

/** Stable ids: suites, tests and the registry rely on them. */
export const CPU_VENDORS = [
	'phytium',
	'huawei',
	'loongson',
	'hygon',
	'zhaoxin',
	'sunway',
	'alibaba',
	'thead',
	'intel',
	'amd',
	'ampere',
	'arm',
	'other',
] as const;

const cpuSchema = z.strictObject({
	vendor: z.strictObject({ id: textField, name: textField }),
	/** Product name without vendor and decoration: "FT-2000/4", "Kunpeng 920 5250", "3A6000-HV", "C86 7285H". */
	model: textField,
	microarchitecture: textField,
	/** x86_64 aarch64 loongarch64 mips64el sw_64 riscv64 */
	isa: textField,
	sockets: numberField,
	cores: numberField,
	threads: numberField,
	/** Groups of unlike cores (big.LITTLE); one entry on a uniform machine. */
	clusters: z.array(z.strictObject({ microarchitecture: textField, threads: numberField, maxMHz: numberField })),
	/** Total bytes per level, over the whole machine. */
	caches: z.array(
		z.strictObject({ level: z.int(), type: z.enum(['data', 'instruction', 'unified']), bytes: numberField }),
	),
	/** Megahertz. */
	frequency: z.strictObject({ base: numberField, max: numberField }),
	/** The features that matter to domestic cryptography and vector code: aes sha1 sha2 sm2 sm3 sm4 simd128 … */
	features: textsField,
	flags: textsField,
	/** vmx, svm, kvm-arm, lvz … or null when the CPU offers none. */
	virtualisation: textField,
});

const boardSchema = z.strictObject({
	systemVendor: textField,
	systemProduct: textField,
	systemSerial: textField,
	boardVendor: textField,
	boardProduct: textField,
	boardSerial: textField,
	chassis: textField,
});

const firmwareSchema = z.strictObject({
	vendor: textField,
	version: textField,
	date: textField,
	/** uefi, bios, device-tree … */
	interface: textField,
	secureBoot: flagField,
});

const memorySchema = z.strictObject({
	/** Bytes. */
	total: numberField,
	swap: numberField,
	modules: z.array(
		z.strictObject({
			slot: textField,
			bytes: numberField,
			type: textField,
			/** Megatransfers a second. */
			speed: numberField,
			manufacturer: textField,
			part: textField,
			serial: textField,
		}),
	),
	numaNodes: z.array(z.strictObject({ id: z.int(), cpus: z.string(), bytes: numberField })),
});

const diskSchema = z.strictObject({
	name: z.string(),
	model: textField,
	vendor: textField,
	bytes: numberField,
	/** nvme ssd hdd virtual usb … */
	type: textField,
	serial: textField,
	firmware: textField,
});

const filesystemSchema = z.strictObject({
	mount: z.string(),
	type: z.string(),
	/** Size. How full it is changes by the second and is measured by the cases that care. */
	bytes: z.number(),
});

const graphicsSchema = z.strictObject({
	vendor: textField,
	model: textField,
	driver: textField,
	pci: z.string().nullable(),
	displays: z.array(z.strictObject({ connector: z.string(), mode: z.string().nullable() })),
});

const interfaceSchema = z.strictObject({
	name: z.string(),
	driver: textField,
	vendor: textField,
	model: textField,
	mac: textField,
	/** Megabits a second; unknown while the link is down. */
	speed: numberField,
	state: z.string(),
	virtual: z.boolean(),
});

const deviceSchema = z.strictObject({
	/** printer scanner usb smartcard camera sound input bluetooth … */
	kind: z.string(),
	name: textField,
	vendor: textField,
	id: z.string().nullable(),
	driver: textField,
});

const osSchema = z.strictObject({
	id: textField,
	name: textField,
	/** desktop | server | unknown */
	edition: textField,
	version: textField,
	release: textField,
	build: textField,
	base: textField,
	/** deb | rpm | other, from the real package database. */
	packageFormat: textField,
});

const runtimeSchema = z.strictObject({
	kernel: textField,
	pageSize: numberField,
	libc: z.strictObject({ name: textField, version: textField }),
	loader: textField,
	/** LoongArch only: old or new world. */
	abiWorld: textField,
	init: textField,
	desktop: textField,
	displayServer: textField,
	locale: textField,
	timeZone: textField,
	/** kysec selinux apparmor none, with its state. */
	securityModule: z.strictObject({ name: textField, state: textField }),
	kernelTaint: numberField,
	bootId: textField,
});

const serviceStateSchema = z.enum(['running', 'installed']);

export const databaseSchema = z.strictObject({
	id: textField,
	name: textField,
	version: textField,
	edition: textField,
	port: numberField,
	pid: numberField,
	dataDirectory: textField,
	compatibilityMode: textField,
	unit: textField,
	socket: textField,
	container: textField,
	state: serviceStateSchema,
});

/** Middleware, JDKs, toolchains, browsers, office suites, input methods, container runtimes. */
export const softwareSchema = z.strictObject({
	id: textField,
	name: textField,
	version: textField,
	vendor: textField,
	path: textField,
	port: numberField,
	pid: numberField,
	unit: textField,
	container: textField,
	state: serviceStateSchema,
});

const virtualisationSchema = z.strictObject({
	/** none kvm vmware hyperv xen docker lxc … */
	type: textField,
	/** machine: the whole machine is virtual; container; none; unknown. */
	role: z.enum(['none', 'machine', 'container', 'unknown']),
	/** docker podman lxc kubernetes …: the container this process itself runs in, beside what the machine is. */
	container: textField,
});

const batterySchema = z.strictObject({
	name: z.string(),
	model: textField,
	/** Watt-hours by design. */
	capacity: numberField,
});

/** How one probe fared: a hanging one costs its deadline and is reported here, never hidden. */
export const probeSchema = z.strictObject({
	name: z.string(),
	state: z.enum(['done', 'timedOut', 'failed']),
	durationMs: z.number(),
	message: z.string().optional(),
});

const hostProfileParts = z.strictObject({
	schema: z.literal('shipei.host/1'),
	detectedOn: z.iso.datetime(),
	/** live, or snapshot when it was replayed from files. */
	origin: z.enum(['live', 'snapshot']),
	hostname: textField,
	cpu: cpuSchema,
	board: boardSchema,
	firmware: firmwareSchema,
	memory: memorySchema,
	storage: z.strictObject({ disks: z.array(diskSchema), filesystems: z.array(filesystemSchema) }),
	graphics: z.array(graphicsSchema),
	network: z.strictObject({ interfaces: z.array(interfaceSchema) }),
	peripherals: z.array(deviceSchema),
	os: osSchema,
	runtime: runtimeSchema,
	databases: z.array(databaseSchema),
	middleware: z.array(softwareSchema),
	toolchains: z.array(softwareSchema),
	browsers: z.array(softwareSchema),
	office: z.array(softwareSchema),
	inputMethods: z.array(softwareSchema),
	containers: z.array(softwareSchema),
	virtualisation: virtualisationSchema,
	timeSource: z.strictObject({ service: textField, synchronised: flagField, clocksource: textField }),
	power: z.strictObject({
		profile: textField,
		governor: textField,
		onBattery: flagField,
		batteries: z.array(batterySchema),
	}),
	users: z.array(z.strictObject({ name: textField, terminal: z.string() })),
	probes: z.array(probeSchema),
});
type HostProfileParts = typeof hostProfileParts;
/** The schema by name: who uses it is compared by that name and not part by part, which halves the type check. */
export interface HostProfileSchema extends HostProfileParts {}
export const hostProfileSchema: HostProfileSchema = hostProfileParts;

export type HostProfile = z.infer<typeof hostProfileSchema>;

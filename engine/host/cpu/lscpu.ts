import { type Entry, keyValues } from '../parse/key-values.ts';

/** Chinese labels (openKylin and others print them even when asked not to, and people paste them). */
const CHINESE_LABELS: Readonly<Record<string, string>> = {
	架构: 'architecture',
	'cpu 运行模式': 'cpu op-mode(s)',
	字节序: 'byte order',
	'在线 cpu 列表': 'on-line cpu(s) list',
	'cpu 列表': 'on-line cpu(s) list',
	'cpu 数': 'cpu(s)',
	'cpu 个数': 'cpu(s)',
	cpu: 'cpu(s)',
	每个核的线程数: 'thread(s) per core',
	每核线程数: 'thread(s) per core',
	每个座的核数: 'core(s) per socket',
	每座核数: 'core(s) per socket',
	每个插槽的核数: 'core(s) per socket',
	每簇核数: 'core(s) per cluster',
	每个簇的核数: 'core(s) per cluster',
	簇: 'cluster(s)',
	座: 'socket(s)',
	插槽: 'socket(s)',
	'numa 节点': 'numa node(s)',
	'厂商 id': 'vendor id',
	'供应商 id': 'vendor id',
	'bios 厂商 id': 'bios vendor id',
	'bios vendor id': 'bios vendor id',
	'cpu 系列': 'cpu family',
	型号: 'model',
	型号名称: 'model name',
	'bios 型号名称': 'bios model name',
	步进: 'stepping',
	频率: 'cpu mhz',
	'cpu 最大 mhz': 'cpu max mhz',
	'cpu 最小 mhz': 'cpu min mhz',
	虚拟化: 'virtualization',
	虚拟化类型: 'virtualization type',
	超管理器厂商: 'hypervisor vendor',
	'l1d 缓存': 'l1d cache',
	'l1i 缓存': 'l1i cache',
	'l2 缓存': 'l2 cache',
	'l3 缓存': 'l3 cache',
	标记: 'flags',
};

/** What lscpu says under its English labels, in lower case; indented (terminal) and flat (pipe) text alike. */
export function parseLscpu(text: string): Map<string, Entry> {
	const entries = new Map<string, Entry>();
	for (const entry of keyValues(text)) {
		const key = CHINESE_LABELS[entry.key] ?? entry.key;
		if (!entries.has(key)) entries.set(key, { ...entry, key });
	}
	return entries;
}

/** One kind of core of a mixed machine: new versions print its name and then how many there are of it. */
export interface LscpuCore {
	readonly name: Entry;
	readonly cores: number | undefined;
}

/** One entry on a uniform machine, whose counts may stand anywhere. */
export function lscpuCores(text: string): LscpuCore[] {
	const kinds: { name: Entry; values: Map<string, number> }[] = [];
	for (const entry of keyValues(text)) {
		const key = CHINESE_LABELS[entry.key] ?? entry.key;
		if (key === 'model name') kinds.push({ name: entry, values: new Map() });
		else kinds.at(-1)?.values.set(key, Number(entry.value));
	}
	return kinds.map(({ name, values }) => {
		const cores = (values.get('core(s) per socket') ?? Number.NaN) * (values.get('socket(s)') ?? Number.NaN);
		return { name, cores: cores > 0 ? cores : undefined };
	});
}

/** The same as text: `{"lscpu":[{"field":"Architecture:","data":"aarch64","children":[…]}]}`. */
export function textOfLscpuJson(json: string): string {
	try {
		return linesOf((JSON.parse(json) as { lscpu?: unknown }).lscpu).join('\n');
	} catch {
		// Cut or damaged JSON says nothing.
		return '';
	}
}

function linesOf(fields: unknown): string[] {
	if (!Array.isArray(fields)) return [];
	return fields.flatMap((entry: { field?: unknown; data?: unknown; children?: unknown } | null) => {
		const line = typeof entry?.field === 'string' ? [`${entry.field} ${entry.data ?? ''}`] : [];
		return [...line, ...linesOf(entry?.children)];
	});
}

/** "16 MiB (1 instance)", "8192K", "512 KB" → bytes and, where said, over how many caches. */
export function parseCacheSize(text: string): { bytes: number; instances: number | undefined } | undefined {
	const match = /^([\d.]+)\s*([KMG])?(i?B)?\b(?:.*\((\d+) instances?\))?/iu.exec(text.trim());
	if (match?.[1] === undefined) return undefined;
	const factor = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? '').toLowerCase()] ?? 1;
	const instances = match[4] === undefined ? undefined : Number(match[4]);
	const bytes = Number(match[1]) * factor;
	return Number.isFinite(bytes) ? { bytes, instances } : undefined;
}

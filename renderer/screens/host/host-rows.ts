import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';

export const HOST_GROUPS = [
	'machine',
	'cpu',
	'memory',
	'storage',
	'network',
	'graphics',
	'peripherals',
	'firmware',
	'os',
	'runtime',
	'services',
	'software',
	'security',
	'virtualisation',
	'state',
] as const;
export type HostGroup = (typeof HOST_GROUPS)[number];

/** One detected field, ready for a list. */
export interface HostRow {
	/** Where it is in the profile: "memory.modules.0.part". */
	readonly path: string;
	readonly group: HostGroup;
	/** Which entry of a list it belongs to: {part.memory.modules, "DIMM0"}. */
	readonly part: { readonly text: TextKey; readonly name: string } | null;
	/** null: a field that this page does not know by name; its path is shown. */
	readonly text: TextKey | null;
	readonly field: Field<unknown>;
}

const GROUP_OF: Readonly<Record<string, HostGroup>> = {
	hostname: 'machine',
	board: 'machine',
	cpu: 'cpu',
	memory: 'memory',
	storage: 'storage',
	network: 'network',
	graphics: 'graphics',
	peripherals: 'peripherals',
	firmware: 'firmware',
	os: 'os',
	runtime: 'runtime',
	databases: 'services',
	middleware: 'services',
	toolchains: 'software',
	browsers: 'software',
	office: 'software',
	inputMethods: 'software',
	containers: 'software',
	virtualisation: 'virtualisation',
	timeSource: 'state',
	power: 'state',
	users: 'state',
};

const SERVICES = new Set(['databases', 'middleware', 'toolchains', 'browsers', 'office', 'inputMethods', 'containers']);

/** Every field of a profile, in the profile's order. */
export function hostRows(profile: HostProfile): HostRow[] {
	const rows: HostRow[] = [];
	collect(profile, [], null, rows);
	return rows;
}

function collect(value: unknown, path: readonly string[], part: HostRow['part'], rows: HostRow[]): void {
	if (value === null || typeof value !== 'object') return;
	if (isField(value)) rows.push(rowOf(value, path, part));
	else if (Array.isArray(value)) {
		value.forEach((entry: unknown, index) => {
			collect(entry, [...path, String(index)], partOf(path, entry, index), rows);
		});
	} else {
		for (const [key, entry] of Object.entries(value)) collect(entry, [...path, key], part, rows);
	}
}

function rowOf(field: Field<unknown>, path: readonly string[], part: HostRow['part']): HostRow {
	const first = path[0] ?? '';
	const group = path[1] === 'securityModule' ? 'security' : (GROUP_OF[first] ?? 'state');
	const general = path.map((step) => (/^\d+$/u.test(step) ? '*' : step));
	const key = SERVICES.has(first) ? `field.service.${path.at(-1)}` : `field.${general.join('.')}`;
	return { path: path.join('.'), group, part, text: known(key), field };
}

function partOf(path: readonly string[], entry: unknown, index: number): HostRow['part'] {
	const text = known(`part.${path.join('.')}`);
	return text === null ? null : { text, name: nameOf(entry) ?? String(index + 1) };
}

function nameOf(entry: unknown): string | null {
	if (entry === null || typeof entry !== 'object') return null;
	if ('level' in entry && 'type' in entry) return `L${String(entry.level)} ${String(entry.type)}`;
	for (const key of ['name', 'slot', 'model']) {
		const value = (entry as Record<string, unknown>)[key];
		const text = isField(value) ? value.value : value;
		if (typeof text === 'string' && text !== '') return text;
	}
	return 'id' in entry && typeof entry.id === 'number' ? String(entry.id) : null;
}

function known(key: string): TextKey | null {
	return Object.hasOwn(TEXTS, key) ? (key as TextKey) : null;
}

function isField(value: unknown): value is Field<unknown> {
	return value !== null && typeof value === 'object' && 'source' in value && 'confidence' in value && 'value' in value;
}

/** What a confidence chip says: a conflict outweighs the confidence itself. */
export function confidenceOf(field: Field<unknown>): 'certain' | 'likely' | 'guess' | 'conflict' | 'none' {
	if ((field.conflicts?.length ?? 0) > 0) return 'conflict';
	return field.value === null ? 'none' : (field.confidence ?? 'none');
}

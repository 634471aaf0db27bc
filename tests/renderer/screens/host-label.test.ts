import { expect, test } from 'vitest';
import type { Field } from '../../../contract/host/field.ts';
import { readCsv } from '../../../renderer/list/read-csv.ts';
import { csv } from '../../../renderer/list/write-csv.ts';
import type { HostRow } from '../../../renderer/screens/host/host-rows.ts';
import { compareLabel } from '../../../renderer/screens/host/label.ts';

const field = (value: unknown): Field<unknown> => ({ value, source: '/proc', confidence: 'certain', evidence: [] });
const row = (path: string, value: unknown): HostRow => ({
	path,
	group: 'cpu',
	part: null,
	text: null,
	field: field(value),
});
const GIB = 2 ** 30;
const rows = [
	row('cpu.model', 'Phytium D2000/8'),
	row('memory.total', 15.5 * GIB),
	row('storage.disks.0.bytes', 512e9),
	row('storage.disks.0.serial', null),
	row('memory.modules.0.slot', 'A0'),
	row('memory.modules.1.slot', 'B0'),
];
const names = {
	of: ({ path }: HostRow) => [path.split('.').at(-1) ?? ''],
	written: ({ field: { value } }: HostRow) => String(value),
	heading: (item: string) => item === 'path',
};
const verdict = (item: string, said: string) => compareLabel([[item, said]], rows, names)[0]?.verdict;

test('a label agrees, nearly agrees, differs, or cannot be judged', () => {
	expect(verdict('cpu.model', 'phytium d2000 / 8')).toBe('same');
	expect(verdict('cpu.model', 'D2000/8')).toBe('near');
	expect(verdict('cpu.model', 'FT-2000/4')).toBe('other');
	expect(verdict('memory.total', '16 GB')).toBe('near');
	expect(verdict('memory.total', '32GB')).toBe('other');
	expect(verdict('storage.disks.0.bytes', '512GB')).toBe('near');
	expect(verdict('storage.disks.0.bytes', '480GB')).toBe('other');
	expect(verdict('storage.disks.0.serial', 'S123')).toBe('unknown');
	expect(verdict('colour', 'black')).toBe('strange');
});

test('a name that several fields have says which of them nobody knows', () => {
	expect(verdict('model', 'Phytium D2000/8')).toBe('same');
	expect(verdict('slot', 'A0')).toBe('strange');
});

test('headings and lines without a value say nothing', () => {
	expect(compareLabel([['path', '标签'], ['cpu.model', ''], ['cpu.model']], rows, names)).toEqual([]);
});

test('what is written as CSV is read back, whatever is in the cells', () => {
	const table = [
		['cpu.model', '型号', 'a "quoted", cell'],
		['x', 'two\nlines', ''],
	];
	expect(readCsv(csv(table))).toEqual(table);
	expect(readCsv('a;b\r\nc;d')).toEqual([
		['a', 'b'],
		['c', 'd'],
	]);
});

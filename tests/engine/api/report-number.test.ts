import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Order } from '../../../contract/report.ts';
import { orderOf, orderSetting } from '../../../engine/api/report-facts.ts';
import { takeReportNumber } from '../../../engine/api/report-number.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-number-'));
let store: Store;

beforeEach(() => {
	store = openStore({ directory: mkdtempSync(join(folder, 'data-')) });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const set = (name: string, value: unknown) => store.append({ type: 'settings.changed', name, value, by: '' });
const save = (run: string, order: Order) => set(orderSetting(run), order);
const take = (run: string, now = '2026-11-22T04:00:00Z') => {
	takeReportNumber(store, run, '王工', new Date(now));
	return orderOf(store, run).reportNumber;
};

it('a report gets the next number once, and keeps it', () => {
	set('report.numbering', 'SPT-{year}-{seq:4}');
	save('a', { remarks: '保留' });
	expect([take('a'), take('b'), take('a')]).toEqual(['SPT-2026-0001', 'SPT-2026-0002', 'SPT-2026-0001']);
	expect(orderOf(store, 'a')).toEqual({ remarks: '保留', reportNumber: 'SPT-2026-0001' });
});

it('a number that somebody typed is never given again', () => {
	set('report.numbering', 'R{seq}');
	save('a', { reportNumber: 'R1' });
	expect([take('a'), take('b')]).toEqual(['R1', 'R2']);
});

it('the sequence starts anew with the year on the lab’s calendar', () => {
	set('report.numbering', '{year}{month}{day}-{seq:2}');
	expect([take('a', '2026-12-31T15:59:59Z'), take('b', '2026-12-31T16:00:00Z')]).toEqual([
		'20261231-01',
		'20270101-01',
	]);
});

it('a sequence goes on where a number was taken back', () => {
	set('report.numbering', 'R{seq}');
	take('a');
	save('a', {});
	expect(take('a')).toBe('R2');
});

it('without a rule, or with one that has no sequence, no number is made up', () => {
	expect(() => take('a')).toThrow(expect.objectContaining({ code: 'report.no-numbering' }));
	set('report.numbering', 'SPT-{year}');
	expect(() => take('a')).toThrow(expect.objectContaining({ code: 'report.bad-numbering' }));
	expect(orderOf(store, 'a')).toEqual({});
});

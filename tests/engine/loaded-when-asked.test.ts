import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../contract/methods.ts';
import { loadedWhenAsked, once } from '../../engine/loaded-when-asked.ts';

type Part = Pick<Handlers, 'key.list' | 'trust.show'>;
const part: Part = { 'key.list': () => [], 'trust.show': () => null };

describe('The rows of a part', () => {
	it('are there by name before anything is loaded, and load it once', async () => {
		let loads = 0;
		const rows = loadedWhenAsked(['key.list', 'trust.show'], async () => {
			loads += 1;
			return part;
		});
		expect([Object.keys(rows), loads]).toEqual([['key.list', 'trust.show'], 0]);
		expect(await Promise.all([rows['key.list']({}), rows['trust.show']({}), rows['key.list']({})])).toEqual([
			[],
			null,
			[],
		]);
		expect(loads).toBe(1);
	});

	it('pass on what they were asked and what went wrong', async () => {
		const asked: unknown[] = [];
		const rows = loadedWhenAsked(['key.show'], async () => ({
			'key.show': (input: unknown) => {
				asked.push(input);
				throw new RangeError('no such key');
			},
		}));
		await expect(rows['key.show']({ keyid: 'sha256:1' })).rejects.toThrow(RangeError);
		expect(asked).toEqual([{ keyid: 'sha256:1' }]);
	});
});

describe('What is made once', () => {
	it('is made again after it failed, and is known to be made without being asked for', async () => {
		let tries = 0;
		const ask = once(async () => {
			tries += 1;
			if (tries === 1) throw new Error('full disk');
			return tries;
		});
		expect(ask.made()).toBeUndefined();
		await expect(ask()).rejects.toThrow('full disk');
		expect(ask.made()).toBeUndefined();
		expect([await ask(), await ask(), await ask.made()]).toEqual([2, 2, 2]);
	});
});

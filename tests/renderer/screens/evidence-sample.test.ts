import { expect, test } from 'vitest';
import { drawSample, secureRandom } from '../../../renderer/screens/reports/evidence-sample.ts';

test('a sample has no piece twice, and no more than there are', () => {
	const all = Array.from({ length: 20 }, (_, index) => index);
	for (let round = 0; round < 50; round += 1) {
		const drawn = drawSample(all, 5, secureRandom);
		expect(new Set(drawn).size).toBe(5);
	}
	expect(drawSample(all.slice(0, 3), 5, secureRandom).sort()).toEqual([0, 1, 2]);
	expect(drawSample([], 5, secureRandom)).toEqual([]);
});

test('every piece can be drawn, and numbers stay below their bound', () => {
	const seen = new Set(Array.from({ length: 2000 }, () => secureRandom(7)));
	expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

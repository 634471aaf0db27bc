import { expect, test } from 'vitest';
import { readDelta } from '../../../renderer/screens/case/read-delta.ts';

test('a stored comparison of before and after becomes rows, in a fixed order', () => {
	const delta = {
		before: null,
		after: null,
		loads: { memory: { before: 30, after: 31, limit: 5 }, cpu: { before: 1, after: 9, limit: 5 } },
		changes: {
			packages: { added: ['a'], removed: [], changed: ['b'] },
			ports: { added: [], removed: [], changed: [] },
		},
	};
	expect(readDelta(delta)).toEqual({
		loads: [
			{ load: 'cpu', before: 1, after: 9, limit: 5, rose: true },
			{ load: 'memory', before: 30, after: 31, limit: 5, rose: false },
		],
		changes: [
			{ kind: 'ports', added: [], removed: [], changed: [] },
			{ kind: 'packages', added: ['a'], removed: [], changed: ['b'] },
		],
	});
});

test('what is not such a comparison shows nothing, and what is missing in one is left out', () => {
	for (const other of [undefined, null, 'text', {}, { loads: {}, changes: {} }]) expect(readDelta(other)).toBeNull();
	expect(readDelta({ loads: { cpu: { before: 1 }, disk: { before: 0, after: 0, limit: 1 } } })?.loads).toHaveLength(1);
});

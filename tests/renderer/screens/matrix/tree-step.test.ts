import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenRow } from '../../../../renderer/screens/matrix/matrix-rows.ts';
import { type Place, treeStep } from '../../../../renderer/screens/matrix/tree-step.ts';

const row = (key: string, level: 1 | 2, expanded: boolean | null): SeenRow => ({
	row: { key, name: key, vendor: '', version: null, versions: [] },
	...{ level, expanded, position: 1, of: 1 },
});
const ROWS = [row('a', 1, false), row('b', 1, true), row('b1', 2, null), row('b2', 2, null), row('c', 1, null)];
const press = (key: string, at: Place, ctrl = false) => treeStep({ key, ctrl }, at, ROWS, 3);

describe('in the tree grid', () => {
	it('right unfolds a folded product, and goes into the cells of one that is open or has nothing to unfold', () => {
		expect(press('ArrowRight', { row: 0, column: -1 })).toEqual({ unfold: 'a' });
		expect(press('ArrowRight', { row: 1, column: -1 })).toEqual({ go: { row: 1, column: 0 } });
		expect(press('ArrowRight', { row: 4, column: -1 })).toEqual({ go: { row: 4, column: 0 } });
	});

	it('left folds an open product, goes from a version to its product, and from the first cell to the name', () => {
		expect(press('ArrowLeft', { row: 1, column: -1 })).toEqual({ fold: 'b' });
		expect(press('ArrowLeft', { row: 3, column: -1 })).toEqual({ go: { row: 1, column: -1 } });
		expect(press('ArrowLeft', { row: 3, column: 0 })).toEqual({ go: { row: 3, column: -1 } });
		expect(press('ArrowLeft', { row: 0, column: -1 })).toEqual({ go: { row: 0, column: -1 } });
	});

	it('arrows cross cells, and stop at the edges', () => {
		expect(press('ArrowDown', { row: 1, column: 2 })).toEqual({ go: { row: 2, column: 2 } });
		expect(press('ArrowRight', { row: 1, column: 2 })).toEqual({ go: { row: 1, column: 2 } });
		expect(press('ArrowUp', { row: 0, column: 1 })).toEqual({ go: { row: 0, column: 1 } });
	});

	it('Home and End go along the row, with Ctrl to the corners', () => {
		expect(press('End', { row: 1, column: 0 })).toEqual({ go: { row: 1, column: 2 } });
		expect(press('Home', { row: 1, column: 2 })).toEqual({ go: { row: 1, column: -1 } });
		expect(press('End', { row: 1, column: 0 }, true)).toEqual({ go: { row: 4, column: 2 } });
		expect(press('Home', { row: 4, column: 2 }, true)).toEqual({ go: { row: 0, column: -1 } });
	});

	it('other keys are not its own', () => {
		expect(press('x', { row: 0, column: 0 })).toBeNull();
	});

	it('no key ever leads out of it', () => {
		const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())), (pressed) => {
				let here: Place = { row: 0, column: -1 };
				for (const [key, ctrl] of pressed) {
					const step = treeStep({ key, ctrl }, here, ROWS, 3);
					if (step !== null && 'go' in step) here = step.go;
					expect(here.row).toBeGreaterThanOrEqual(0);
					expect(here.row).toBeLessThan(ROWS.length);
					expect(here.column).toBeGreaterThanOrEqual(-1);
					expect(here.column).toBeLessThan(3);
				}
			}),
		);
	});
});

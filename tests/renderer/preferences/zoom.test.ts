import { describe, expect, it } from 'vitest';
import { nextZoom, withZoom, zoomOn } from '../../../renderer/preferences/zoom.ts';
import { windowDisplay } from '../../../renderer/shell/window-display.ts';

describe('the zoom', () => {
	it('is kept for each display, and leaves the others alone', () => {
		const before = { zoom: 100, zooms: {} };
		const after = withZoom(withZoom(before, '7 1366x768', 150), '8 1920x1080', 80);
		expect([zoomOn(after, '7 1366x768'), zoomOn(after, '8 1920x1080'), zoomOn(after, '9 800x600')]).toEqual([
			150, 80, 100,
		]);
	});

	it('of before displays were told apart holds until another one is chosen', () => {
		const kept = { zoom: 125, zooms: {} };
		expect(zoomOn(kept, 'a')).toBe(125);
		expect(zoomOn(withZoom(kept, 'a', 90), 'a')).toBe(90);
		expect(zoomOn(withZoom(kept, 'a', 90), 'b')).toBe(125);
	});

	it('that nobody could have chosen counts as none', () => {
		for (const odd of [0, 79, 201, 1e9, Number.NaN, 100.5, '150', null])
			expect(zoomOn({ zoom: 125, zooms: { a: odd as number } }, 'a')).toBe(100);
		expect(zoomOn({ zoom: 125, zooms: {} }, 'constructor')).toBe(125);
	});

	it('goes up and down by steps and stays within its bounds', () => {
		expect([nextZoom(100, 1), nextZoom(100, -1), nextZoom(200, 1), nextZoom(80, -1), nextZoom(120, -1)]).toEqual([
			110, 90, 200, 80, 110,
		]);
	});
});

describe('the display of the window', () => {
	it('is asked for once, then told', async () => {
		let tell: (name: string) => void = () => undefined;
		const display = windowDisplay(
			() => Promise.resolve('7 1366x768'),
			(listener) => {
				tell = listener;
				return () => undefined;
			},
		);
		expect(display.get()).toBeNull();
		await Promise.resolve();
		expect(display.get()).toBe('7 1366x768');
		tell('8 1920x1080');
		expect(display.get()).toBe('8 1920x1080');
	});

	it('that was told before the answer came is not taken back by it', async () => {
		const display = windowDisplay(
			() => Promise.resolve('7 1366x768'),
			(listener) => {
				listener('8 1920x1080');
				return () => undefined;
			},
		);
		await Promise.resolve();
		expect(display.get()).toBe('8 1920x1080');
	});
});

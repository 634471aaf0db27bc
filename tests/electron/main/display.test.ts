import { beforeEach, expect, it } from 'vitest';
import { displayOf, watchDisplay } from '../../../electron/main/display.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { displayAt, type FakeWindow, fake, screen } from '../fake-electron.ts';

const AT_HOME = { x: 10, y: 20, width: 1000, height: 600 };
const AT_DESK = { x: 1500, y: 20, width: 1000, height: 600 };

beforeEach(() => {
	fake.displays = [displayAt(7, 0, 1366, 768), displayAt(8, 1366, 1920, 1080)];
});

function watched() {
	const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
	const played = window as unknown as FakeWindow;
	played.movedTo = AT_HOME;
	const told: string[] = [];
	watchDisplay(window, (name) => told.push(name));
	return { window, played, told };
}

it('the display of a window is named by what stays the same while it moves about on it', () => {
	const { window, played, told } = watched();
	expect(displayOf(window)).toBe('7 1366x768');
	played.movedTo = { ...AT_HOME, x: 200 };
	played.emit('move');
	expect(told).toEqual([]);
});

it('a window that comes to another display says so, once', () => {
	const { played, told } = watched();
	played.movedTo = AT_DESK;
	played.emit('move');
	played.emit('move');
	expect(told).toEqual(['8 1920x1080']);
	played.movedTo = AT_HOME;
	played.emit('move');
	expect(told).toEqual(['8 1920x1080', '7 1366x768']);
});

it('another resolution, or a display that was unplugged, is another display', () => {
	const { told } = watched();
	fake.displays = [displayAt(7, 0, 1093, 614), displayAt(8, 1093, 1920, 1080)];
	screen.emit('display-metrics-changed');
	fake.displays = fake.displays.slice(1);
	screen.emit('display-removed');
	expect(told).toEqual(['7 1093x614', '8 1920x1080']);
});

it('a closed window asks nothing any more', () => {
	const { played } = watched();
	const before = screen.listenerCount('display-metrics-changed');
	played.emit('closed');
	expect(screen.listenerCount('display-metrics-changed')).toBe(before - 1);
});

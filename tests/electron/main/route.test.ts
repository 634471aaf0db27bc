import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataDirectory } from '../../../electron/main/data-directory.ts';
import { routeOf, routeOfCall } from '../../../electron/main/route.ts';
import { readWindowState, writeWindowState } from '../../../electron/main/window-state.ts';
import { windowTexts } from '../../../electron/main/window-texts.ts';

describe('what the application is opened with', () => {
	it.each([
		['/home/lab/报告 1.xcr', '/verify?file=%2Fhome%2Flab%2F%E6%8A%A5%E5%91%8A%201.xcr'],
		['报告 1.xcr', '/verify?file=%2Fdata%2F%E6%8A%A5%E5%91%8A%201.xcr'],
		['../a.xcr', '/verify?file=%2Fa.xcr'],
		['file:///home/lab/%E6%8A%A5.xcr', '/verify?file=%2Fhome%2Flab%2F%E6%8A%A5.xcr'],
		['shipei:run?id=01a2023a-4ba1', '/runs/01a2023a-4ba1'],
		['shipei:suite?id=host-baseline', '/suites/host-baseline'],
	])('%s opens %s', (argument, route) => {
		expect(routeOf(argument, '/data')).toBe(route);
	});

	it.each([
		'file://other-machine/a.xcr',
		'--report.xcr',
		'shipei:run?id=a.xcr',
		'/etc/passwd',
		'shipei:exec?id=rm',
		'shipei:run?id=../../x',
		'shipei:run?id=%',
		'https://example.org',
		'shipei:__proto__?id=a',
		'--flag',
		'',
	])('%s is refused', (argument) => {
		expect(routeOf(argument, '/data')).toBeNull();
	});

	it('never leaves the known screens, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const route = routeOf(`shipei:${text}`, '/data');
				expect(route === null || /^\/(runs|reports|suites)\/[\w%.:-]+$/u.test(route)).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is the first fitting argument of a call; what is no call is none', () => {
		const call = (...argv: string[]) => routeOfCall({ argv, directory: '/data' });
		expect(call('.', '--data', '/x', '/a/b.xcr')).toBe('/verify?file=%2Fa%2Fb.xcr');
		expect(call('.')).toBeNull();
		fc.assert(fc.property(fc.anything(), (given) => routeOfCall(given) === null));
	});
});

describe('the window’s place', () => {
	const displays = [{ x: 0, y: 0, width: 1366, height: 768 }];
	it('comes back, unless no display shows it any more or the file is damaged', () => {
		const folder = mkdtempSync(join(tmpdir(), 'shipei-place-'));
		const file = join(folder, 'window.json');
		expect(readWindowState(file, displays)).toEqual({ width: 1280, height: 760, maximized: false });
		writeWindowState(file, { x: 100, y: 50, width: 1000, height: 600, maximized: true });
		expect(readWindowState(file, displays)).toEqual({ x: 100, y: 50, width: 1000, height: 600, maximized: true });
		writeWindowState(file, { x: 4000, y: 50, width: 1000, height: 600, maximized: false });
		expect(readWindowState(file, displays)).toEqual({ width: 1000, height: 600, maximized: false });
		writeFileSync(file, '{"width": "wide"');
		expect(readWindowState(file, displays)).toEqual({ width: 1280, height: 760, maximized: false });
		rmSync(folder, { recursive: true });
	});
});

describe('the data folder', () => {
	it('is the same as the command line’s', () => {
		expect(dataDirectory(['a', '--data', '/x'], {})).toBe('/x');
		expect(dataDirectory([], { SHIPEI_DATA: '/y' })).toBe('/y');
		expect(dataDirectory([], { XDG_DATA_HOME: '/z' })).toBe('/z/shipei');
	});
});

describe('the window’s texts', () => {
	it('are Chinese unless the system speaks something else, and count', () => {
		expect(windowTexts('zh-CN')('running', { done: 3, total: 9 })).toBe('运行进行中：3/9');
		expect(windowTexts('')('quit')).toBe('退出');
		expect(windowTexts('en-GB')('quit')).toBe('Quit');
	});
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { forceScaleFactor } from '../../../electron/main/scale-factor.ts';
import { fake } from '../fake-electron.ts';

const file = join(fake.userData, 'scale-factor');

beforeEach(() => {
	rmSync(file, { force: true });
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	fake.switches = [];
});

it('leaves the scaling to the desktop unless somebody says otherwise', () => {
	forceScaleFactor();
	writeFileSync(file, '\n');
	forceScaleFactor();
	expect(fake.switches).toEqual([]);
});

it('draws the window as large as the file of the profile folder says', () => {
	writeFileSync(file, '1.25\n');
	forceScaleFactor();
	expect(fake.switches).toEqual(['force-device-scale-factor=1.25']);
});

it('heeds the environment before the file', () => {
	writeFileSync(file, '2');
	vi.stubEnv('SHIPEI_SCALE_FACTOR', '1');
	forceScaleFactor();
	expect(fake.switches).toEqual(['force-device-scale-factor=1']);
});

it.each(['125 %', '-1', '0', '40', 'NaN'])('ignores %j, and says what it expected', (text) => {
	const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
	writeFileSync(file, text);
	forceScaleFactor();
	expect(fake.switches).toEqual([]);
	expect(warn.mock.calls[0]?.[0]).toContain(`from 0.5 to 4, got ${JSON.stringify(text)}`);
});

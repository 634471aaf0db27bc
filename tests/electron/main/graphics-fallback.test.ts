import type { EventEmitter } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { guardGraphics } from '../../../electron/main/graphics-fallback.ts';
import { app, fake } from '../fake-electron.ts';

const events = app as unknown as EventEmitter;
const mark = join(fake.userData, 'no-gpu');
const crash = (details: object) => events.emit('child-process-gone', {}, details);

beforeEach(() => {
	events.removeAllListeners('child-process-gone');
	rmSync(mark, { force: true });
	vi.unstubAllEnvs();
	Object.assign(fake, { hardware: true, relaunched: 0, quits: 0, switches: [] });
});

it('draws with the graphics card until it crashed once, and without it ever after', () => {
	guardGraphics(() => true);
	expect([fake.hardware, fake.switches]).toEqual([true, []]);
	crash({ type: 'GPU', reason: 'crashed' });
	expect(existsSync(mark)).toBe(true);
	guardGraphics(() => true);
	expect([fake.hardware, fake.switches]).toEqual([false, ['disable-gpu']]);
});

it('starts again at once when nothing runs, once', () => {
	guardGraphics(() => true);
	crash({ type: 'GPU', reason: 'launch-failed' });
	crash({ type: 'GPU', reason: 'launch-failed' });
	expect([fake.relaunched, fake.quits]).toEqual([1, 1]);
});

it('leaves a run alone', () => {
	guardGraphics(() => false);
	crash({ type: 'GPU', reason: 'crashed' });
	expect([existsSync(mark), fake.relaunched, fake.quits]).toEqual([true, 0, 0]);
});

it.each([
	{ type: 'GPU', reason: 'clean-exit' },
	{ type: 'Utility', reason: 'crashed' },
])('is not moved by %j', (details) => {
	guardGraphics(() => true);
	crash(details);
	expect([existsSync(mark), fake.relaunched]).toEqual([false, 0]);
});

it('does without the graphics card when the person says so', () => {
	vi.stubEnv('SHIPEI_NO_GPU', '1');
	guardGraphics(() => true);
	expect(fake.hardware).toBe(false);
});

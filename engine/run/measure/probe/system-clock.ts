import { setTimeout as wait } from 'node:timers/promises';
import type { MeasureClock } from '../repetition.ts';

export const systemClock: MeasureClock = {
	monotonicMs: () => performance.now(),
	async sleep(ms, signal) {
		// The signal ends the wait; who waits looks at it himself.
		await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
	},
};

import { uptime } from 'node:os';
import type { RunContext } from './run-context.ts';

const LOOK_EVERY_MS = 5000;
const TOLERANCE_MS = 2000;

/**
 * Notices when the machine slept or its clock was set: nothing is measured wrongly by it, because deadlines use a clock
 * that does neither, but what the records say about time has to be read with it.
 */
export function watchTime(run: RunContext, elapsed: () => number = () => uptime() * 1000): { end(): void } {
	let before = moment();
	const timer = setInterval(look, LOOK_EVERY_MS);
	timer.unref();
	return {
		end() {
			clearInterval(timer);
			look();
		},
	};

	function look(): void {
		const now = moment();
		const [wall, total, awake] = [now.wall - before.wall, now.total - before.total, now.awake - before.awake];
		before = now;
		if (total - awake > TOLERANCE_MS) run.notice('sleep', sleptText(Math.round((total - awake) / 1000)));
		if (Math.abs(wall - total) > TOLERANCE_MS) run.notice('clock', clockText(Math.round((wall - total) / 1000)));
	}

	function moment() {
		// Time since boot counts sleep, the monotonic clock does not.
		return { wall: run.clock.now().getTime(), total: elapsed(), awake: run.clock.monotonicMs() };
	}
}

function sleptText(seconds: number) {
	return {
		zh: `机器在运行期间休眠了约 ${seconds} 秒。`,
		en: `The machine slept for about ${seconds} s during the run.`,
	};
}

function clockText(seconds: number) {
	return {
		zh: `系统时间在运行期间被调整了约 ${seconds} 秒。`,
		en: `The system clock was set by about ${seconds} s during the run.`,
	};
}

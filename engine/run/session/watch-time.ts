import type { RunContext } from './run-context.ts';

const LOOK_EVERY_MS = 5000;
const TOLERANCE_MS = 2000;

export interface TimeWatch {
	/** Looks now: what happens next must know. */
	look(): void;
	end(): void;
}

/**
 * Notices when the machine slept or its clock was set. Deadlines use a clock that does neither, but what the records say
 * about time has to be read with it, and a step that slept has lost its connections: `onSleep` breaks it off.
 */
export function watchTime(run: RunContext, onSleep: () => void): TimeWatch {
	let before = moment();
	const timer = setInterval(look, LOOK_EVERY_MS);
	timer.unref();
	return {
		look,
		end() {
			clearInterval(timer);
			look();
		},
	};

	function look(): void {
		const now = moment();
		const [wall, total, awake] = [now.wall - before.wall, now.total - before.total, now.awake - before.awake];
		before = now;
		if (Math.abs(wall - total) > TOLERANCE_MS) run.notice('clock', clockText(Math.round((wall - total) / 1000)));
		if (total - awake <= TOLERANCE_MS) return;
		run.notice('sleep', sleptText(Math.round((total - awake) / 1000)));
		onSleep();
	}

	function moment() {
		return { wall: run.clock.now().getTime(), total: run.clock.elapsedMs(), awake: run.clock.monotonicMs() };
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

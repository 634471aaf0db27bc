import type { Reason } from '../../../contract/run.ts';

/** When a step must have ended, and which of the three timeouts says so. */
export interface Deadline {
	readonly ms: number;
	readonly level: 'step' | 'case' | 'suite';
}

/** The earliest of the three. A step never gets less than a millisecond: the runner looks at exhausted time itself. */
export function deadlineOf(left: Readonly<Record<Deadline['level'], number>>): Deadline {
	const level = (['suite', 'case', 'step'] as const).reduce((first, next) => (left[next] < left[first] ? next : first));
	return { ms: Math.max(1, Math.floor(left[level])), level };
}

const NAMES = {
	step: { zh: '步骤', en: 'step' },
	case: { zh: '用例', en: 'case' },
	suite: { zh: '套件', en: 'suite' },
};

export function timeoutReason(level: Deadline['level'], limitMs: number): Reason {
	return {
		code: `timeout.${level}`,
		text: {
			zh: `超过${NAMES[level].zh}时限（${seconds(limitMs)} 秒），已终止。`,
			en: `The time limit of the ${NAMES[level].en} (${seconds(limitMs)} s) was exceeded; it was ended.`,
		},
		expected: `≤ ${seconds(limitMs)} s`,
	};
}

function seconds(ms: number): string {
	return String(Number((ms / 1000).toFixed(3)));
}

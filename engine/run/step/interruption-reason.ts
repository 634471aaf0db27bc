import type { Reason } from '../../../contract/run.ts';
import { interruptionOf } from '../session/interruption.ts';

/** Why a step was broken off, for its result. */
export function interruptionReason(signal: AbortSignal): Reason {
	const interruption = interruptionOf(signal);
	switch (interruption?.kind) {
		case 'cancel':
			return {
				code: 'cancelled',
				text: {
					zh: `运行被${by(interruption.by, 'zh')}取消。`,
					en: `The run was cancelled${by(interruption.by, 'en')}.`,
				},
			};
		case 'skip':
			return { code: 'operator', text: { zh: interruption.reason, en: interruption.reason }, actual: interruption.by };
		case 'shutdown':
			if (interruption.cause === 'sleep') return { code: 'shutdown', text: SLEPT, actual: 'sleep' };
			return {
				code: 'shutdown',
				text: { zh: '引擎已退出，步骤未完成。', en: 'The engine was shut down before the step was done.' },
				actual: interruption.cause,
			};
		case 'failure':
		case undefined:
			return {
				code: 'interrupted',
				text: { zh: '步骤被中断。', en: 'The step was interrupted.' },
			};
	}
}

const SLEPT = {
	zh: '机器在此步骤中休眠，步骤的结果不可信。',
	en: 'The machine slept during this step: its outcome says nothing.',
};

function by(name: string, language: 'zh' | 'en'): string {
	if (name === '') return language === 'zh' ? '操作人员' : '';
	return language === 'zh' ? `“${name}”` : ` by “${name}”`;
}

import { useText } from '../../texts/use-text.ts';
import type { StaleReason } from './stale-reasons.ts';

/** Each reason in words: "kernel changed from 5.4.18-85 to 5.4.18-110". */
export function useStaleText(): (reasons: readonly StaleReason[]) => string {
	const { t } = useText();
	const one = (reason: StaleReason): string => {
		switch (reason.why) {
			case 'age':
				return t('matrix.staleOld', { days: reason.days });
			case 'product':
				return t('matrix.staleProduct');
			case 'trust':
				return t('matrix.troubled');
			case 'kernel':
				return t('matrix.staleKernel', { was: reason.was, is: reason.is });
			case 'suite':
				return t('matrix.staleSuite', { id: reason.what, was: reason.was, is: reason.is });
		}
	};
	return (reasons) => reasons.map(one).join(t('word.listSeparator'));
}

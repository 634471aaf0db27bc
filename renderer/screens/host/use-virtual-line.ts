import { useText } from '../../texts/use-text.ts';
import type { HostHeadline } from './host-headline.ts';

/** What to know of a machine that is none; null on real hardware. */
export function useVirtualLine({ virtual, virtualType }: HostHeadline): string | null {
	const { t } = useText();
	if (virtual === null) return null;
	const type = virtualType === '' ? '' : t('word.aside', { text: virtualType });
	return `${t(`host.virtual.${virtual}`)}${type}`;
}

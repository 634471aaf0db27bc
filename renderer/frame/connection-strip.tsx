import { useEngine } from '../engine/engine-context.ts';
import { useStore } from '../state/store.ts';
import { useText } from '../texts/use-text.ts';

/** Says that the engine does not answer; what was loaded stays readable. */
export function ConnectionStrip() {
	const { t } = useText();
	const state = useStore(useEngine().state);
	if (state !== 'gone') return null;
	return (
		<div className="strip-alert" role="alert" data-state="gone">
			<strong>{t('gone.title')}</strong>
			<span>{t('gone.text')}</span>
		</div>
	);
}

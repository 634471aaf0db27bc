import { useEngine } from '../engine/engine-context.ts';
import { useStore } from '../state/store.ts';
import { useText } from '../texts/use-text.ts';

/** Says that the engine does not answer, or not to this browser any more; what was loaded and typed stays. */
export function ConnectionStrip() {
	const { t } = useText();
	const { state: store, session } = useEngine();
	const state = useStore(store);
	if (state === 'there') return null;
	return (
		<div className="strip-alert" role="alert" data-state={state === 'gone' ? 'gone' : 'signed-out'}>
			<strong>{t(state === 'gone' ? 'gone.title' : 'signedOut.title')}</strong>
			<span>{t(state === 'gone' ? 'gone.text' : `signedOut.${session.way}`)}</span>
			{state === 'signedOut' && session.way === 'password' && (
				<a href="./" target="_blank" rel="noreferrer">
					{t('signIn.enter')}
				</a>
			)}
		</div>
	);
}

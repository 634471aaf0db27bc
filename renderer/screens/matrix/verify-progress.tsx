import { Waiting } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';

/** Reports are being verified: how many of them are done. */
export function VerifyProgress({ progress }: { progress: { readonly done: number; readonly total: number } | null }) {
	const { t } = useText();
	return (
		<>
			<Waiting />
			{progress !== null && <p className="muted">{t('matrix.verifying', progress)}</p>}
		</>
	);
}

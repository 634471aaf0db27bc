import { Button, Progress } from 'antd';
import { useText } from '../texts/use-text.ts';
import { useLive } from './live-feed.tsx';

/** How far long work is that the engine does, and the way to end it; before it says anything, words alone. */
export function WorkProgress(props: { watch: string; label: string; onStop: () => void }) {
	const { t } = useText();
	const share = useLive((state) => state.shares[props.watch]);
	if (share === undefined) return <span role="status">{props.label}</span>;
	return (
		<div className="row" role="status">
			<Progress percent={Math.floor(share * 100)} size="small" style={{ width: 240 }} aria-label={props.label} />
			<Button size="small" onClick={props.onStop}>
				{t('action.cancel')}
			</Button>
		</div>
	);
}

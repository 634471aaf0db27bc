import { Link } from 'react-router';
import { useCall } from '../engine/use-call.ts';
import { StatusGlyph } from '../status/status-glyph.tsx';
import { useText } from '../texts/use-text.ts';

/** Manual steps that wait, of whatever run: the way to the only one, or to the overview, which lists them all. */
export function AskingPill() {
	const { t } = useText();
	const asking = useCall('run.asking', {}).data ?? [];
	const [first] = asking;
	if (first === undefined) return null;
	const several = asking.length > 1;
	const address = several ? '/' : `/runs/${first.run}/manual?case=${encodeURIComponent(first.key)}`;
	const text = several ? t('strip.askingMany', { count: asking.length }) : t('strip.asking');
	return (
		<Link to={address} className="pill pill-asking" aria-label={text}>
			<StatusGlyph mark="asking" />
			{several && (
				<span className="pill-count" aria-hidden="true">
					{asking.length}
				</span>
			)}
			<span className="pill-words">{text}</span>
		</Link>
	);
}

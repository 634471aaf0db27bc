import { useText } from '../../texts/use-text.ts';

/** Where in the whole file one is, and the way to anywhere else in it. */
export function LogPosition({ at, size, onMove }: { at: number; size: number; onMove: (byte: number) => void }) {
	const { t, format } = useText();
	if (size < 512 * 1024) return null;
	return (
		<div className="log-slider">
			<label htmlFor="log-position">{t('log.position')}</label>
			<input
				id="log-position"
				type="range"
				min={0}
				max={size}
				step={Math.max(1, Math.floor(size / 1000))}
				value={at}
				onChange={(event) => onMove(Number(event.target.value))}
			/>
			<span className="muted">{t('log.at', { at: format.bytes(at), size: format.bytes(size) })}</span>
		</div>
	);
}

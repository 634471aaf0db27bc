import { useCall } from '../../engine/use-call.ts';
import type { LogRow } from '../../log/line-rows.ts';
import { useText } from '../../texts/use-text.ts';

interface LongLineProps {
	readonly sha256: string;
	readonly row: LogRow;
	readonly size: number;
	readonly onOpen: () => void;
	readonly onFold: () => void;
	readonly onGo: (byte: number) => void;
}

/** What can be done with a line that is too long to be shown at once; nothing beside any other. */
export function LongLine(props: LongLineProps) {
	const { t } = useText();
	const { row } = props;
	if (row.kind === 'cut') return <CutLine {...props} />;
	if (row.kind !== 'piece' || row.from !== row.lineFrom) return null;
	return (
		<span className="log-cut">
			<button type="button" className="plain chip" onClick={props.onFold}>
				{t('log.fold')}
			</button>
		</span>
	);
}

/** How long a line really is of which only the head is shown, the way to all of it, and the way past it. */
function CutLine({ sha256, row, size, onOpen, onGo }: LongLineProps) {
	const { t, format } = useText();
	const asked = useCall('evidence.line', { sha256, at: row.from }, { enabled: row.lineTo === null }).data;
	const to = row.lineTo ?? asked?.to;
	const length = to === undefined ? t('log.lengthUnknown') : format.bytes(to - row.from);
	return (
		<span className="log-cut">
			<button type="button" className="plain chip" onClick={onOpen}>
				{t('log.whole', { size: length })}
			</button>
			{row.lineTo === null && to !== undefined && to + 1 < size && (
				<button type="button" className="plain chip" onClick={() => onGo(to + 1)}>
					{t('log.nextLine')}
				</button>
			)}
		</span>
	);
}

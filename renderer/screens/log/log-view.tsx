import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { decodeLine, type Encoding, hexLine } from '../../log/encodings.ts';
import { hexRanges, type LineRange, lineAt, lineRanges } from '../../log/line-index.ts';
import { LogLine } from '../../log/log-line.tsx';
import { usePreferences, usePreferencesStore } from '../../preferences/use-preferences.ts';
import { Empty, Failure, Loading } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { LogPosition } from './log-position.tsx';
import { LogRow } from './log-row.tsx';
import { LogTime, LogTimesNote } from './log-time.tsx';
import { LogTools } from './log-tools.tsx';
import { useDetection } from './use-detection.ts';
import { type Target, useStretch } from './use-stretch.ts';
import { useTimes } from './use-times.ts';
import '../../log/log.css';

/** Pixels from either end at which more is fetched. */
const NEAR = 800;

/** Lines of a stored file: only a stretch of it is in memory, and only what is seen is in the page. */
export function LogView(props: {
	sha256: string;
	name: string;
	/** The step whose output it is, as far as the link says. */
	of: { run: string | null; key: string | null; attempt: number | null };
	marked: { from: number; to: number } | null;
	/** The address then leads to this line. */
	onMark: (line: LineRange) => void;
	onSize: (size: number) => void;
}) {
	const { sha256, marked } = props;
	const { t } = useText();
	const box = useRef<HTMLDivElement>(null);
	const { stretch, error, cancelled, target, open, grow, cancel } = useStretch(sha256, props.onSize);
	const preferences = usePreferencesStore();
	const { logTimes } = usePreferences();
	const times = useTimes({ sha256, name: props.name, ...props.of }, logTimes);
	const showTimes = (shown: boolean) => preferences.change((before) => ({ ...before, logTimes: shown }));
	const [chosen, setChosen] = useState<Encoding | 'auto'>('auto');
	const [wrap, setWrap] = useState(false);
	const [hit, setHit] = useState<LineRange | null>(null);

	const detected = useDetection(sha256, stretch);
	const encoding = chosen === 'auto' ? detected.encoding : chosen;
	const lines = useMemo(() => {
		if (stretch === null) return [];
		return encoding === 'hex'
			? hexRanges(stretch.bytes, stretch.offset)
			: lineRanges(stretch.bytes, stretch.offset, stretch.size);
	}, [stretch, encoding]);
	const virtual = useVirtualizer({
		count: lines.length,
		getScrollElement: () => box.current,
		estimateSize: () => 20,
		overscan: 20,
	});

	const isHere = (byte: number) =>
		stretch !== null && byte >= stretch.offset && byte < stretch.offset + stretch.bytes.length;
	const goTo = (byte: number) => {
		if (isHere(byte)) virtual.scrollToIndex(lineAt(lines, byte), { align: 'center' });
		else open(byte);
	};
	const first = marked?.from ?? 0;
	// A line that was marked by hand is in view already: nothing jumps.
	useEffect(() => {
		if (!isHere(first)) open(first);
	}, [sha256, first]);
	// Before anything is painted: a stretch that grew upwards must not be seen jumping.
	useLayoutEffect(() => {
		if (target.current === null || lines.length === 0) return;
		const { byte, align, within } = target.current;
		target.current = null;
		const index = lineAt(lines, byte);
		const [offset = 0] = virtual.getOffsetForIndex(index, index === 0 ? 'start' : align) ?? [];
		virtual.scrollToOffset(offset + within);
	}, [lines, virtual, target]);

	const seen = virtual.getVirtualItems();
	const firstSeen = lines[seen.find((item) => item.end > (virtual.scrollOffset ?? 0))?.index ?? 0];
	// By what the box says, not by the rows last drawn: right after a jump those are still the old ones.
	const onScroll = () => {
		if (box.current === null || stretch === null) return;
		const { scrollTop, scrollHeight, clientHeight } = box.current;
		const top = virtual.getVirtualItemForOffset(scrollTop);
		const here: Target = {
			byte: lines[top?.index ?? 0]?.from ?? 0,
			align: 'start',
			within: scrollTop - (top?.start ?? scrollTop),
		};
		if (scrollHeight - scrollTop - clientHeight < NEAR && stretch.offset + stretch.bytes.length < stretch.size)
			grow('end', here);
		else if (scrollTop < NEAR && stretch.offset > 0) grow('start', here);
	};
	useKeys({
		w: () => setWrap((now) => !now),
		m: () => showTimes(!logTimes),
		t: () => stretch !== null && goTo(stretch.size - 1),
	});

	if (error !== null) return <Failure error={error} onRetry={() => open(first)} />;
	if (cancelled) {
		const again = <Button onClick={() => open(first)}>{t('action.retry')}</Button>;
		return <Empty title={t('loading.cancelled')} action={again} />;
	}
	if (stretch === null) return <Loading onCancel={cancel} />;
	if (stretch.size === 0) return <Empty title={t('log.empty')} />;
	return (
		<>
			<LogTools
				sha256={sha256}
				name={props.name}
				detected={detected}
				chosen={chosen}
				onChoose={setChosen}
				wrap={wrap}
				onWrap={setWrap}
				times={logTimes}
				onTimes={showTimes}
				onHit={(next) => {
					setHit(next);
					goTo(next.from);
				}}
				onLink={() => {
					const line = hit ?? marked ?? firstSeen;
					if (line !== undefined) props.onMark(lines[lineAt(lines, line.from)] ?? line);
				}}
				onDecisive={marked === null ? undefined : () => goTo(marked.from)}
			/>
			<LogTimesNote times={times} />
			<LogPosition at={firstSeen?.from ?? 0} size={stretch.size} onMove={goTo} />
			<div
				ref={box}
				className={wrap ? 'log grid-fill log-wrap' : 'log grid-fill'}
				role="region"
				aria-label={props.name}
				tabIndex={0}
				onScroll={onScroll}
				translate="no"
			>
				<div style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: 'max-content', width: '100%' }}>
					{seen.map((item) => {
						const range = lines[item.index];
						if (range === undefined) return null;
						return (
							<LogRow
								key={range.from}
								ref={wrap ? virtual.measureElement : undefined}
								index={item.index}
								number={stretch.offset === 0 ? String(item.index + 1) : '#'}
								isMarked={marked !== null && range.to >= marked.from && range.from < marked.to}
								isHit={hit !== null && range.to >= hit.from && range.from < hit.to}
								start={item.start}
								width={wrap ? box.current?.clientWidth : undefined}
								onLink={() => props.onMark(range)}
							>
								{logTimes && <LogTime times={times} byte={range.from} />}
								<LogLine
									bytes={stretch.bytes.subarray(range.from - stretch.offset, range.to - stretch.offset)}
									collapse={encoding !== 'hex'}
									decode={(bytes) => (encoding === 'hex' ? hexLine(bytes, range.from) : decodeLine(bytes, encoding))}
								/>
							</LogRow>
						);
					})}
				</div>
			</div>
		</>
	);
}

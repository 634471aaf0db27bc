import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { decodeLine, type Encoding, hexLine } from '../../log/encodings.ts';
import { type LineRange, lineAt } from '../../log/line-index.ts';
import { isHidden, type LogRow as Row } from '../../log/line-rows.ts';
import { LogLine } from '../../log/log-line.tsx';
import { usePreferences, usePreferencesStore } from '../../preferences/use-preferences.ts';
import { Empty, Failure, Loading } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { LogHits } from './log-hits.tsx';
import { LogPosition } from './log-position.tsx';
import { LogRow } from './log-row.tsx';
import { LogTime, LogTimesNote } from './log-time.tsx';
import { LogTools } from './log-tools.tsx';
import { LongLine } from './long-line.tsx';
import { useDetection } from './use-detection.ts';
import { shownBytes, useRows } from './use-rows.ts';
import { useSearch } from './use-search.ts';
import { type Target, useStretch } from './use-stretch.ts';
import { useTimes } from './use-times.ts';
import '../../log/log.css';

/** Pixels from either end at which more is fetched. */
const NEAR = 800;
const LINE_HEIGHT = 20;
const NUMBER_WIDTH = 90;
const CHARACTER_WIDTH = 7.6;

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
	const { rows, openLine, foldLine } = useRows(stretch, encoding);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => box.current,
		getItemKey: (index) => rows[index]?.from ?? index,
		estimateSize: (index) => estimatedHeight(rows[index], box.current?.clientWidth ?? 0),
		overscan: 20,
	});

	const isHere = (byte: number) =>
		stretch !== null && byte >= stretch.offset && byte < stretch.offset + stretch.bytes.length;
	const show = (next: Target) => {
		const index = lineAt(rows, next.byte);
		const row = rows[index];
		if (row !== undefined && isHidden(row, next.byte)) {
			// Its line is opened first; once its pieces are there this comes again.
			target.current = next;
			openLine(next.byte);
		} else if (next.align === 'end') virtual.scrollToIndex(index, { align: 'end' });
		else {
			const [offset = 0] = virtual.getOffsetForIndex(index, index === 0 ? 'start' : next.align) ?? [];
			virtual.scrollToOffset(offset + next.within);
		}
	};
	const goTo = (byte: number, align: Target['align'] = 'center') => {
		if (isHere(byte)) show({ byte, align, within: 0 });
		else open(byte, align);
	};
	const search = useSearch(sha256, encoding, (next) => {
		setHit(next);
		goTo(next.from);
	});
	const first = marked?.from ?? 0;
	// A line that was marked by hand is in view already: nothing jumps.
	useEffect(() => {
		if (!isHere(first)) open(first);
	}, [sha256, first]);
	// Before anything is painted: a stretch that grew upwards must not be seen jumping.
	useLayoutEffect(() => {
		if (target.current === null || rows.length === 0) return;
		const next = target.current;
		target.current = null;
		show(next);
	}, [rows, virtual, target]);

	const seen = virtual.getVirtualItems();
	const firstSeen = rows[seen.find((item) => item.end > (virtual.scrollOffset ?? 0))?.index ?? 0];
	// By what the box says, not by the rows last drawn: right after a jump those are still the old ones.
	const onScroll = () => {
		if (box.current === null || stretch === null) return;
		const { scrollTop, scrollHeight, clientHeight } = box.current;
		const top = virtual.getVirtualItemForOffset(scrollTop);
		const here: Target = {
			byte: rows[top?.index ?? 0]?.from ?? 0,
			align: 'start',
			within: scrollTop - (top?.start ?? scrollTop),
		};
		// Behind the head of an endless line nothing comes by itself: it is opened, or passed over.
		const last = rows.at(-1);
		const stops = last?.kind === 'cut' && last.lineTo === null;
		if (
			!stops &&
			scrollHeight - scrollTop - clientHeight < NEAR &&
			stretch.offset + stretch.bytes.length < stretch.size
		)
			grow('end', here);
		else if (scrollTop < NEAR && stretch.offset > 0) grow('start', here);
	};
	const toEnd = () => stretch !== null && goTo(stretch.size - 1, 'end');
	const toStart = () => goTo(0, 'start');
	useKeys({
		End: toEnd,
		Home: toStart,
		w: () => setWrap((now) => !now),
		m: () => showTimes(!logTimes),
		t: toEnd,
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
				search={search}
				onLink={() => {
					const line = hit ?? marked ?? firstSeen;
					if (line !== undefined) props.onMark(rows[lineAt(rows, line.from)] ?? line);
				}}
				onDecisive={marked === null ? undefined : () => goTo(marked.from)}
			/>
			<LogTimesNote times={times} />
			<LogPosition at={firstSeen?.from ?? 0} size={stretch.size} onMove={goTo} />
			<div className="log-columns">
				<div
					ref={box}
					className={wrap ? 'log grid-fill log-wrap' : 'log grid-fill'}
					role="region"
					aria-label={props.name}
					tabIndex={0}
					onScroll={onScroll}
					onKeyDown={(event) => {
						// The browser's own end is that of the part in memory.
						if (event.key !== 'End' && event.key !== 'Home') return;
						event.preventDefault();
						if (event.key === 'End') toEnd();
						else toStart();
					}}
					translate="no"
				>
					<div style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: 'max-content', width: '100%' }}>
						{seen.map((item) => {
							const row = rows[item.index];
							if (row === undefined) return null;
							const isPiece = row.kind === 'piece';
							return (
								<LogRow
									key={row.from}
									ref={wrap || isPiece ? virtual.measureElement : undefined}
									index={item.index}
									number={numberOf(row, t('log.goesOn'))}
									isPiece={isPiece}
									isMarked={marked !== null && row.to >= marked.from && row.from < marked.to}
									isHit={hit !== null && row.to >= hit.from && row.from < hit.to}
									start={item.start}
									width={wrap || isPiece ? box.current?.clientWidth : undefined}
									onLink={() => props.onMark(row)}
								>
									{logTimes && <LogTime times={times} byte={row.from} />}
									<LogLine
										bytes={shownBytes(stretch, row, encoding)}
										collapse={encoding !== 'hex' && row.kind === 'line'}
										decode={(bytes) => (encoding === 'hex' ? hexLine(bytes, row.from) : decodeLine(bytes, encoding))}
									/>
									<LongLine
										sha256={sha256}
										row={row}
										size={stretch.size}
										onOpen={() => openLine(row.from)}
										onFold={() => foldLine(row)}
										onGo={(byte) => goTo(byte, 'start')}
									/>
								</LogRow>
							);
						})}
					</div>
				</div>
				{search.found !== null && search.found.hits.length > 0 && search.listed && (
					<LogHits found={search.found} at={search.at} onGo={search.goTo} onClose={() => search.setListed(false)} />
				)}
			</div>
		</>
	);
}

/** Good enough until a row is drawn and measured. */
function estimatedHeight(row: Row | undefined, width: number): number {
	if (row?.kind !== 'piece') return LINE_HEIGHT;
	return LINE_HEIGHT * Math.ceil((row.to - row.from) / Math.max(20, (width - NUMBER_WIDTH) / CHARACTER_WIDTH));
}

function numberOf(row: Row, goesOn: string): string {
	if (row.kind === 'piece' && row.from !== row.lineFrom) return goesOn;
	return row.number === null ? '#' : String(row.number);
}

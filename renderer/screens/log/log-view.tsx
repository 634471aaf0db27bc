import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useEngine } from '../../engine/engine-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { type Detection, decodeLine, detectEncoding, type Encoding, hexLine } from '../../log/encodings.ts';
import { growStretch, openStretch, type Stretch } from '../../log/evidence-windows.ts';
import { hexRanges, type LineRange, lineAt, lineRanges } from '../../log/line-index.ts';
import { LogLine } from '../../log/log-line.tsx';
import { Empty, Failure, Loading } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { LogPosition } from './log-position.tsx';
import { LogTools } from './log-tools.tsx';
import '../../log/log.css';

const NEAR = 40;

/** Lines of a stored file: only a stretch of it is in memory, and only what is seen is in the page. */
export function LogView(props: {
	sha256: string;
	name: string;
	marked: { from: number; to: number } | null;
	onSize: (size: number) => void;
}) {
	const { sha256, marked, onSize } = props;
	const { t } = useText();
	const { client } = useEngine();
	const box = useRef<HTMLDivElement>(null);
	const [stretch, setStretch] = useState<Stretch | null>(null);
	const [error, setError] = useState<unknown>(null);
	const [chosen, setChosen] = useState<Encoding | 'auto'>('auto');
	const [wrap, setWrap] = useState(false);
	const [hit, setHit] = useState<LineRange | null>(null);
	/** The byte that has to be seen once it is rendered. */
	const target = useRef<number | null>(null);
	const loading = useRef(false);

	const detected = useMemo(() => detectIn(stretch), [stretch]);
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

	const take = (load: Promise<Stretch>, seeByte: number | null) => {
		if (loading.current) return;
		loading.current = true;
		load
			.then((next) => {
				target.current = seeByte;
				onSize(next.size);
				setError(null);
				setStretch(next);
			}, setError)
			.finally(() => {
				loading.current = false;
			});
	};
	const goTo = (byte: number) => {
		const inside = stretch !== null && byte >= stretch.offset && byte < stretch.offset + stretch.bytes.length;
		if (inside) virtual.scrollToIndex(lineAt(lines, byte), { align: 'center' });
		else take(openStretch(client, sha256, byte), byte);
	};
	const first = marked?.from ?? 0;
	// biome-ignore lint/correctness/useExhaustiveDependencies: opens anew only for another file or another mark
	useEffect(() => take(openStretch(client, sha256, first), first), [client, sha256, first]);
	useEffect(() => {
		if (target.current === null || lines.length === 0) return;
		const index = lineAt(lines, target.current);
		target.current = null;
		virtual.scrollToIndex(index, { align: index === 0 ? 'start' : 'center' });
	}, [lines, virtual]);

	const seen = virtual.getVirtualItems();
	const firstSeen = lines[seen.find((item) => item.end > (virtual.scrollOffset ?? 0))?.index ?? 0];
	const onScroll = () => {
		if (stretch === null || loading.current) return;
		const items = virtual.getVirtualItems();
		const here = lines[items[Math.floor(items.length / 2)]?.index ?? 0]?.from ?? 0;
		if ((items.at(-1)?.index ?? 0) > lines.length - NEAR && stretch.offset + stretch.bytes.length < stretch.size) {
			take(growStretch(client, sha256, stretch, 'end'), here);
		} else if ((items[0]?.index ?? 0) < NEAR && stretch.offset > 0) {
			take(growStretch(client, sha256, stretch, 'start'), here);
		}
	};
	useKeys({ w: () => setWrap((now) => !now) });

	if (error !== null) return <Failure error={error} onRetry={() => take(openStretch(client, sha256, first), first)} />;
	if (stretch === null) return <Loading />;
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
				onHit={(next) => {
					setHit(next);
					goTo(next.from);
				}}
				onDecisive={marked === null ? undefined : () => goTo(marked.from)}
			/>
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
						const isMarked = marked !== null && range.to >= marked.from && range.from < marked.to;
						const isHit = hit !== null && range.to >= hit.from && range.from < hit.to;
						return (
							<div
								key={range.from}
								ref={wrap ? virtual.measureElement : undefined}
								data-index={item.index}
								data-marked={isMarked}
								className={`log-row${isMarked ? ' log-row-marked' : ''}${isHit ? ' log-row-hit' : ''}`}
								style={{
									position: 'absolute',
									top: 0,
									transform: `translateY(${item.start}px)`,
									...(wrap ? { width: box.current?.clientWidth } : {}),
								}}
							>
								<span className="log-number">{stretch.offset === 0 ? item.index + 1 : ''}</span>
								<LogLine text={textOf(stretch, range, encoding)} />
							</div>
						);
					})}
				</div>
			</div>
		</>
	);
}

function detectIn(stretch: Stretch | null): Detection {
	if (stretch === null) return { encoding: 'utf-8', line: null };
	const detection = detectEncoding(stretch.bytes.subarray(0, 65_536));
	return stretch.offset === 0 ? detection : { ...detection, line: null };
}

function textOf(stretch: Stretch, range: LineRange, encoding: Encoding): string {
	const bytes = stretch.bytes.subarray(range.from - stretch.offset, range.to - stretch.offset);
	return encoding === 'hex' ? hexLine(bytes, range.from) : decodeLine(bytes, encoding);
}

import { useEffect, useMemo, useState } from 'react';
import { characterEdge } from '../../log/character-edge.ts';
import type { Encoding } from '../../log/encodings.ts';
import type { Stretch } from '../../log/evidence-windows.ts';
import { hexRanges } from '../../log/line-index.ts';
import { HEAD, type LogRow, lineRows } from '../../log/line-rows.ts';

const PLAIN = { kind: 'line', lineFrom: null, lineTo: null, number: null } as const;

/** The rows of a stretch, and which of its long lines are open: each is named by any byte of it. */
export function useRows(stretch: Stretch | null, encoding: Encoding) {
	const [opened, setOpened] = useState<readonly number[]>([]);
	const rows = useMemo(() => {
		if (stretch === null) return [];
		const { bytes, offset, size } = stretch;
		if (encoding === 'hex') return hexRanges(bytes, offset).map((range) => ({ ...range, ...PLAIN }));
		return lineRows(bytes, offset, size, (from, to) => opened.some((byte) => byte >= from && byte <= to));
	}, [stretch, encoding, opened]);
	// Where somebody reads in the middle of a line it stays open, also once its beginning is here.
	const [top] = rows;
	const within = top?.kind === 'piece' && top.lineFrom === null ? top.from : null;
	useEffect(() => {
		if (within !== null) setOpened((now) => (now.includes(within) ? now : [...now, within]));
	}, [within]);
	return {
		rows: rows as readonly LogRow[],
		openLine: (byte: number) => setOpened((now) => [...now, byte]),
		foldLine: ({ lineFrom, lineTo }: LogRow) =>
			setOpened((now) => now.filter((byte) => byte < (lineFrom ?? 0) || byte > (lineTo ?? Number.POSITIVE_INFINITY))),
	};
}

/** What a row shows of the file: of a cut line its head, of a piece no character that began in the one before. */
export function shownBytes({ bytes, offset }: Stretch, row: LogRow, encoding: Encoding): Uint8Array {
	const [from, to] = [row.from - offset, row.to - offset];
	if (encoding === 'hex' || row.kind === 'line') return bytes.subarray(from, to);
	const edge = (at: number) => characterEdge(bytes, at, encoding);
	return bytes.subarray(edge(from), edge(row.kind === 'cut' ? Math.min(to, from + HEAD) : to));
}

import { useMemo, useRef } from 'react';
import { type Detection, detectEncoding } from '../../log/encodings.ts';
import type { Stretch } from '../../log/evidence-windows.ts';

/** Decided once for a file, by the first stretch that has a line to tell by: a log does not change its encoding on the way. */
export function useDetection(sha256: string, stretch: Stretch | null): Detection {
	const decided = useRef<{ sha256: string; detection: Detection } | null>(null);
	return useMemo(() => {
		if (decided.current?.sha256 === sha256) return decided.current.detection;
		if (stretch === null) return { encoding: 'utf-8', line: null };
		const { bytes, offset, size } = stretch;
		const found = detectEncoding(bytes, { start: offset === 0, end: offset + bytes.length === size });
		// Lines are counted from the beginning of the file, or not at all.
		const detection = offset === 0 ? found : { ...found, line: null };
		if (found.line !== null || found.encoding === 'hex') decided.current = { sha256, detection };
		return detection;
	}, [sha256, stretch]);
}

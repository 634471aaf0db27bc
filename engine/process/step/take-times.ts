import { readFileSync, rmSync } from 'node:fs';
import type { ArrivalTimes } from '../../../contract/evidence.ts';
import { cutMark } from './cut-mark.ts';

const ENDING = '.times';
/** Far above what a supervisor writes. */
const LONGEST = 64 * 1024;
const HEADING = /^shipei-times\/1 (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)$/u;

export function timesFile(output: string): string {
	return output + ENDING;
}

/**
 * When the bytes of an output came, as the file beside it says; that file is gone afterwards. A hint: null where there is
 * none, or where it does not fit the `stored` bytes of the output.
 */
export function takeTimes(output: string, stored: number): ArrivalTimes | null {
	const file = timesFile(output);
	try {
		const text = readFileSync(file, 'latin1');
		rmSync(file);
		return text.length > LONGEST ? null : readTimes(text, stored);
	} catch {
		// None was written: the supervisor was killed, the disk was full, or an older one ran.
		return null;
	}
}

interface Stream {
	readonly total: number;
	readonly head: number;
	readonly tail: number;
}

/** What such a file says, in bytes as stored; null when it is not whole or tells of another output. */
export function readTimes(text: string, stored: number): ArrivalTimes | null {
	const [heading = '', ...lines] = text.split('\n');
	const numbers = HEADING.exec(heading)?.slice(1).map(Number);
	if (numbers === undefined || lines.pop() !== '') return null;
	const [beganOn = 0, everyMs = 0, total = 0, head = 0, tail = 0, count = 0] = numbers;
	const arrivals = lines.map((line) => line.split(' ').map(Number) as [number, number]);
	const fits = lines.every((line) => /^\d+ \d+$/u.test(line)) && arrivals.length === count && everyMs > 0;
	if (!fits || !isInOrder(arrivals, total) || storedBytes({ total, head, tail }) !== stored) return null;
	const startedOn = new Date(beganOn);
	if (Number.isNaN(startedOn.getTime())) return null;
	return { startedOn: startedOn.toISOString(), everyMs, at: asStored(arrivals, { total, head, tail }) };
}

function isInOrder(arrivals: readonly [number, number][], total: number): boolean {
	return arrivals.every(([byte, ms], index) => {
		const before = arrivals[index - 1];
		if (!Number.isSafeInteger(byte) || !Number.isSafeInteger(ms) || byte >= total) return false;
		return before === undefined ? byte === 0 : byte > before[0] && ms > before[1];
	});
}

function storedBytes(stream: Stream): number {
	const cut = cutBytes(stream);
	return cut === 0 ? stream.total : stream.head + cutMark(cut).length + stream.tail;
}

/** Behind a cut the bytes lie elsewhere than where they came; the line that tells of the cut never came. */
function asStored(arrivals: readonly [number, number][], stream: Stream): ArrivalTimes['at'] {
	const cut = cutBytes(stream);
	if (cut === 0) return [...arrivals];
	const { head, total, tail } = stream;
	const mark = cutMark(cut).length;
	const behind = total - tail;
	const covering = arrivals.findLast(([byte]) => byte <= behind)?.[1] ?? null;
	return [
		...arrivals.filter(([byte]) => byte < head),
		[head, null],
		[head + mark, covering],
		...arrivals.filter(([byte]) => byte > behind).map(([byte, ms]): [number, number] => [byte - cut + mark, ms]),
	];
}

function cutBytes({ total, head, tail }: Stream): number {
	return Math.max(0, total - head - tail);
}

import { writeFileSync } from 'node:fs';
import { Arrivals } from './arrivals.ts';
import { cutMark } from './cut-mark.ts';
import type { StreamBytes } from './step.ts';
import { timesFile } from './take-times.ts';

/** The first and the last bytes of a stream in memory, for when no supervisor can do it in a file. */
export class BoundedOutput {
	readonly #head: Buffer[] = [];
	#headBytes = 0;
	#tail: Buffer[] = [];
	#tailBytes = 0;
	readonly #most: { readonly head: number; readonly tail: number };
	readonly #arrivals: Arrivals;
	total = 0;

	constructor(head: number, tail: number, startedOn: Date) {
		this.#most = { head, tail };
		this.#arrivals = new Arrivals(startedOn);
	}

	/** What came so many milliseconds after the start. */
	add(chunk: Buffer, ms: number): void {
		this.#arrivals.note(this.total, ms);
		this.total += chunk.length;
		const room = Math.min(chunk.length, this.#most.head - this.#headBytes);
		// Copies: a small slice would keep the whole of Node's pooled buffer alive.
		if (room > 0) this.#head.push(Buffer.from(chunk.subarray(0, room)));
		this.#headBytes += room;
		if (room === chunk.length) return;
		const rest = Buffer.from(chunk.subarray(room).subarray(-this.#most.tail));
		this.#tail.push(rest);
		this.#tailBytes += rest.length;
		if (this.#tailBytes > 2 * this.#most.tail) this.#trim();
	}

	/** Writes the files (none when there was no output) in the same form as the supervisor does. */
	finish(file: string): StreamBytes {
		this.#trim();
		const cutBytes = this.total - this.#headBytes - this.#tailBytes;
		if (this.total === 0) return { bytes: 0, cutBytes: 0, lostBytes: 0 };
		const mark = cutBytes > 0 ? [cutMark(cutBytes)] : [];
		const kept = Buffer.concat([...this.#head, ...mark, ...this.#tail]);
		try {
			writeFileSync(file, kept, { mode: 0o600 });
			writeFileSync(timesFile(file), this.#arrivals.text(this.total, this.#most.head, this.#most.tail), {
				mode: 0o600,
			});
			return { bytes: this.total, cutBytes, lostBytes: 0 };
		} catch {
			// Disk full or read-only: said as lost bytes, which no expectation is judged on.
			return { bytes: this.total, cutBytes, lostBytes: kept.length };
		}
	}

	#trim(): void {
		const all = Buffer.concat(this.#tail);
		const kept = all.length > this.#most.tail ? Buffer.from(all.subarray(all.length - this.#most.tail)) : all;
		this.#tail = kept.length === 0 ? [] : [kept];
		this.#tailBytes = kept.length;
	}
}

/** Slots begin so long and grow to twice their length when there are too many: never is the error longer than one slot. */
const FIRST_SLOT_MS = 100;
const MOST = 1024;

interface Arrival {
	readonly byte: number;
	readonly ms: number;
}

/** When the bytes of a stream came, for steps without a supervisor: as build/supervisor/src/times.c does it. */
export class Arrivals {
	readonly #beganOn: Date;
	#slotMs = FIRST_SLOT_MS;
	#kept: Arrival[] = [];

	constructor(beganOn: Date) {
		this.#beganOn = beganOn;
	}

	/** The byte with this number came so many milliseconds after the beginning. */
	note(byte: number, ms: number): void {
		while (!this.#isNoted(ms)) {
			if (this.#kept.length < MOST) {
				this.#kept.push({ byte, ms: Math.floor(ms) });
				return;
			}
			this.#slotMs *= 2;
			this.#thin();
		}
	}

	/** The file that lies beside the stream's own. */
	text(total: number, headBytes: number, tailBytes: number): string {
		const heading = [this.#beganOn.getTime(), this.#slotMs, total, headBytes, tailBytes, this.#kept.length];
		const lines = this.#kept.map(({ byte, ms }) => `${byte} ${ms}\n`);
		return `shipei-times/1 ${heading.join(' ')}\n${lines.join('')}`;
	}

	/** Keeps the first arrival of each slot. */
	#thin(): void {
		const all = this.#kept;
		this.#kept = all.filter(({ ms }, index) => this.#slotOf(ms) !== this.#slotOf(all[index - 1]?.ms));
	}

	#isNoted(ms: number): boolean {
		return this.#slotOf(ms) === this.#slotOf(this.#kept.at(-1)?.ms);
	}

	#slotOf(ms = Number.NaN): number {
		return Math.floor(ms / this.#slotMs);
	}
}

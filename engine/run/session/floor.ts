/** The one place where processes run: cases take turns on it, in the order in which they asked. */
export class Floor {
	#taken = false;
	readonly #waiting: (() => void)[] = [];

	async take(): Promise<void> {
		if (!this.#taken) {
			this.#taken = true;
			return;
		}
		await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	release(): void {
		const next = this.#waiting.shift();
		if (next === undefined) this.#taken = false;
		else next();
	}
}

/** Seeded noise as benchmarks have it: log-normal, with one slow run in twenty that takes 10 to 60 % longer. */
export class Noise {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** Uniform in [0, 1): splitmix32. */
	uniform(): number {
		this.#state = (this.#state + 0x9e3779b9) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
	}

	/** A sample around `centre` with coefficient of variation `cv`. */
	sample(centre: number, cv: number): number {
		const normal = Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
		const value = centre * Math.exp(cv * normal);
		return this.uniform() < 0.05 ? value * (1.1 + 0.5 * this.uniform()) : value;
	}

	samples(n: number, centre: number, cv: number): number[] {
		return Array.from({ length: n }, () => this.sample(centre, cv));
	}

	/** The true median of the noise, from enough samples that its own error does not matter. */
	median(centre: number, cv: number): number {
		const all = Float64Array.from({ length: 400_001 }, () => this.sample(centre, cv)).sort();
		return all[200_000] ?? Number.NaN;
	}
}

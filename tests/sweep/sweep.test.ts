import { expect, it } from 'vitest';
import { killOnce, RUN_MS, seeded, type Victim } from './sweep.ts';

const SEED = 20_261_122;
const random = seeded(SEED);
const victims: readonly Victim[] = ['engine', 'engine', 'engine', 'step', 'supervisor'];
const kills = victims.map((victim) => ({ victim, atMs: Math.floor(random() * RUN_MS) }));

// The whole of it, 200 moments and more, is `npm run sweep`.
it.each(kills)(
	'loses nothing and runs nothing twice when the $victim is killed after $atMs ms',
	async ({ victim, atMs }) => {
		expect((await killOnce(victim, atMs)).problems).toEqual([]);
	},
);

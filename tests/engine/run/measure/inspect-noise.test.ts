import { describe, expect, it } from 'vitest';
import { noiseSchema } from '../../../../contract/measurement/noise.ts';
import { inspectNoise } from '../../../../engine/run/measure/inspect-noise.ts';
import { scriptedProbe, steppedClock } from './bench-under-test.ts';

const states = async (probe: ReturnType<typeof scriptedProbe>) => {
	const found = await inspectNoise(probe, steppedClock());
	for (const one of found) expect(noiseSchema.parse(one)).toEqual(one);
	return Object.fromEntries(found.map(({ code, state }) => [code, state]));
};

describe('the noise check', () => {
	it('finds a quiet machine that tells everything good in every line', async () => {
		expect(new Set(Object.values(await states(scriptedProbe())))).toEqual(new Set(['good']));
	});

	it('wants attention for what the policy would flag', async () => {
		const reading = {
			governor: 'powersave',
			power: 'battery' as const,
			psi: { cpu: 0, io: 9, memory: 0 },
			virt: 'kvm',
		};
		const found = await states(scriptedProbe({ reading, busy: [0, 1.5] }));
		const attention = Object.keys(found).filter((code) => found[code] === 'attention');
		expect(attention).toEqual(['busy', 'governor', 'pressure-io', 'power', 'virtual']);
	});

	it('calls a missing sensor unknown, never good', async () => {
		const reading = { governor: null, boost: null, tempMaxC: null, power: null };
		const found = await states(scriptedProbe({ reading }));
		expect([found.governor, found.boost, found.temperature, found.power]).toEqual(new Array(4).fill('unknown'));
	});
});

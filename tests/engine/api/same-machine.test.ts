import { describe, expect, it } from 'vitest';
import type { HostProfile } from '../../../contract/host.ts';
import { firstDifference } from '../../../engine/api/same-machine.ts';
import { emptyHost } from '../run/empty-host.ts';

describe('a run goes on only on its own machine', () => {
	it('which may be known better or worse than before', () => {
		expect(firstDifference(machine({ model: 'D2000/8' }), machine({ model: 'D2000/8' }))).toBeNull();
		expect(firstDifference(machine({ model: 'D2000/8' }), emptyHost())).toBeNull();
		expect(firstDifference(emptyHost(), machine({ model: 'D2000/8' }))).toBeNull();
	});

	it('and not where a certain fact is another one', () => {
		expect(firstDifference(machine({ model: 'D2000/8' }), machine({ model: 'FT-2000/4' }))).toEqual({
			field: 'cpu.model',
			expected: 'D2000/8',
			found: 'FT-2000/4',
		});
	});

	it('but a guess refuses nobody: root sees more than a user', () => {
		const guessed = machine({ model: 'Kunpeng 920' });
		guessed.cpu.model.confidence = 'likely';
		expect(firstDifference(guessed, machine({ model: 'Kunpeng 920 5250' }))).toBeNull();
	});

	it('and not where no network adapter of it is left', () => {
		const here = machine({ macs: ['02:00:00:00:00:01', '02:00:00:00:00:02'] });
		expect(firstDifference(here, machine({ macs: ['02:00:00:00:00:02'] }))).toBeNull();
		expect(firstDifference(here, machine({ macs: [] }))).toBeNull();
		expect(firstDifference(here, machine({ macs: ['02:00:00:00:00:09'] }))).toMatchObject({ field: 'network.mac' });
	});
});

function machine({ model, macs = [] }: { model?: string; macs?: string[] }): HostProfile {
	const profile = emptyHost();
	const known = (value: string) => ({ value, source: 'test', confidence: 'certain' as const, evidence: [] });
	const unknown = { value: null, source: 'test', confidence: null, evidence: [] };
	if (model !== undefined) profile.cpu.model = known(model);
	profile.network.interfaces = macs.map((mac, index) => ({
		name: `eth${index}`,
		driver: unknown,
		vendor: unknown,
		model: unknown,
		mac: known(mac),
		speed: unknown,
		state: 'up',
		virtual: false,
	}));
	return profile;
}

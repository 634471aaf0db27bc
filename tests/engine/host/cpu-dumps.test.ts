import { describe, expect, it } from 'vitest';
import { hostProfileSchema } from '../../../contract/host.ts';
import { detectHost } from '../../../engine/host/index.ts';
import { EXPECTED_CPUS } from './cpu-expectations.ts';
import { absent, cpuDumpContents, cpuDumpNames, fixturesPresent, writeSnapshot } from './dump-snapshots.ts';

describe(`Every CPU dump gives the right CPU or an honest unknown${absent}`, () => {
	it.skipIf(!fixturesPresent)('has an expectation written by hand for every dump, and no other', () => {
		expect(Object.keys(EXPECTED_CPUS).sort()).toEqual(cpuDumpNames());
	});

	for (const [name, expected] of Object.entries(EXPECTED_CPUS)) {
		it.skipIf(!fixturesPresent)(`${name} is ${expected.vendor} ${expected.model}`, async () => {
			using snapshot = writeSnapshot(cpuDumpContents(name));
			const profile = await detectHost({ snapshot: snapshot.directory });
			hostProfileSchema.parse(profile);
			const { cpu } = profile;
			expect({
				vendor: cpu.vendor.id.value,
				model: cpu.model.value,
				confidence: cpu.model.confidence,
				microarchitecture: cpu.microarchitecture.value,
				isa: cpu.isa.value,
			}).toEqual({
				vendor: expected.vendor,
				model: expected.model,
				confidence: expected.confidence,
				microarchitecture: expected.microarchitecture,
				isa: expected.isa,
			});
			if (expected.threads !== undefined) expect(cpu.threads.value).toBe(expected.threads);
			if (expected.sockets !== undefined) expect(cpu.sockets.value).toBe(expected.sockets);
			if (expected.cores !== undefined) expect(cpu.cores.value).toBe(expected.cores);
			expect(profile.virtualisation.role === 'machine').toBe(expected.virtual === true);
			if (cpu.model.value !== null) expect(cpu.model.evidence.length).toBeGreaterThan(0);
		});
	}
});

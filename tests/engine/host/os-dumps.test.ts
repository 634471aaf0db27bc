import { describe, expect, it } from 'vitest';
import { hostProfileSchema } from '../../../contract/host.ts';
import { detectHost } from '../../../engine/host/index.ts';
import { absent, fixturesPresent, osDumpContents, osDumpNames, writeSnapshot } from './dump-snapshots.ts';
import { EXPECTED_SYSTEMS } from './os-expectations.ts';

describe(`Every OS directory gives the right system or an honest unknown${absent}`, () => {
	it.skipIf(!fixturesPresent)('has an expectation written by hand for every directory, and no other', () => {
		expect(Object.keys(EXPECTED_SYSTEMS).sort()).toEqual(osDumpNames());
	});

	for (const [name, expected] of Object.entries(EXPECTED_SYSTEMS)) {
		it.skipIf(!fixturesPresent)(`${name} is ${expected.id} ${expected.version} ${expected.edition}`, async () => {
			using snapshot = writeSnapshot(osDumpContents(name));
			const profile = await detectHost({ snapshot: snapshot.directory });
			hostProfileSchema.parse(profile);
			const { os } = profile;
			const { vaguer: _, ...values } = expected;
			const found = Object.fromEntries(Object.keys(values).map((key) => [key, os[key as keyof typeof os].value]));
			expect(found).toEqual(values);
			// Without a package database the format follows from what the system is known for.
			if (os.packageFormat.value !== null) expect(os.packageFormat.confidence).toBe('likely');
			expect(os.id.evidence.length).toBeGreaterThan(0);
		});
	}
});

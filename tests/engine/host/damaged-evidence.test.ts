import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostProfileSchema } from '../../../contract/host.ts';
import { detectHost } from '../../../engine/host/index.ts';
import { EXPECTED_CPUS } from './cpu-expectations.ts';
import {
	absent,
	type Contents,
	cpuDumpContents,
	fixturesPresent,
	osDumpContents,
	writeSnapshot,
} from './dump-snapshots.ts';
import { damaged, mutation } from './mutations.ts';
import { EXPECTED_SYSTEMS } from './os-expectations.ts';

/** More of them: SHIPEI_MUTATIONS=1000 vitest run tests/engine/host/damaged-evidence.test.ts */
const RUNS = Number(process.env.SHIPEI_MUTATIONS ?? 4);

async function afterDamage(contents: Contents, which: number, change: Parameters<typeof damaged>[2]) {
	using snapshot = writeSnapshot(damaged(contents, which, change));
	const profile = await detectHost({ snapshot: snapshot.directory });
	hostProfileSchema.parse(profile);
	expect(profile.probes.filter(({ state }) => state !== 'done')).toEqual([]);
	return profile;
}

/** Dumps of one machine that came as several files. */
const MACHINES: readonly (readonly [name: string, dumps: readonly string[], expected: string])[] = [
	[
		'FT-2000+/64 with RHEL 8',
		[
			'phytium-ft2000plus64-rhel8-cpuinfo.txt',
			'phytium-ft2000plus64-rhel8-lscpu.txt',
			'phytium-ft2000plus64-rhel8-dmidecode.txt',
		],
		'phytium-ft2000plus64-rhel8-cpuinfo.txt',
	],
	[
		'3A5000-HV',
		['ul-loongarch-loongson_3a5000_hv-cpuinfo.txt', 'ul-loongarch-loongson_3a5000_hv-lscpu.txt'],
		'ul-loongarch-loongson_3a5000_hv-lscpu.txt',
	],
	[
		'the guest on a 3C6000',
		['ul-loongarch-kvm_on_loongson_3c6000-cpuinfo.txt', 'ul-loongarch-kvm_on_loongson_3c6000-lscpu.txt'],
		'ul-loongarch-kvm_on_loongson_3c6000-lscpu.txt',
	],
	[
		'Milk-V Pioneer',
		['ul-rv64-milkvpioneer-cpuinfo.txt', 'ul-rv64-milkvpioneer-lscpu.txt'],
		'ul-rv64-milkvpioneer-lscpu.txt',
	],
];

describe(`Damaged CPU evidence makes the answer vaguer, never wrong${absent}`, () => {
	const single = Object.keys(EXPECTED_CPUS).map((name): [string, readonly string[], string] => [name, [name], name]);
	for (const [name, dumps, key] of [...single, ...MACHINES]) {
		it.skipIf(!fixturesPresent)(`${name} is never taken for another`, async () => {
			const expected = EXPECTED_CPUS[key];
			const contents = Object.assign({}, ...dumps.map(cpuDumpContents)) as Contents;
			await fc.assert(
				fc.asyncProperty(fc.nat(9), mutation, async (which, change) => {
					const { cpu } = await afterDamage(contents, which, change);
					// Half of a big.LITTLE machine may leave only Arm's own cores: their designer, as a guess.
					const designer = cpu.vendor.id.confidence === 'guess' ? ['arm'] : [];
					expect([null, expected?.vendor, ...designer]).toContain(cpu.vendor.id.value);
					expect([null, expected?.model, ...(expected?.vaguer ?? [])]).toContain(cpu.model.value);
					expect([null, expected?.isa]).toContain(cpu.isa.value);
				}),
				{ numRuns: RUNS },
			);
		});
	}
});

describe(`Damaged system files make the answer vaguer, never wrong${absent}`, () => {
	for (const [name, expected] of Object.entries(EXPECTED_SYSTEMS)) {
		it.skipIf(!fixturesPresent)(`${name} is never taken for another`, async () => {
			const contents = osDumpContents(name);
			await fc.assert(
				fc.asyncProperty(fc.nat(9), mutation, async (which, change) => {
					const { os } = await afterDamage(contents, which, change);
					expect([null, expected.id]).toContain(os.id.value);
					expect([null, expected.edition]).toContain(os.edition.value);
					expect([null, expected.version, ...(expected.vaguer ?? [])]).toContain(os.version.value);
					expect([null, expected.packageFormat]).toContain(os.packageFormat.value);
					if (expected.release !== undefined) expect([null, expected.release]).toContain(os.release.value);
				}),
				{ numRuns: RUNS },
			);
		});
	}
});

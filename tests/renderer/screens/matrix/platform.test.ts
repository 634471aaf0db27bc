import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cpuFamily } from '../../../../renderer/screens/matrix/cpu-family.ts';
import { comparePlatforms, platformOf } from '../../../../renderer/screens/matrix/platform.ts';
import { summaryOf } from './made-results.ts';

it.each([
	['Kunpeng 920 5250', 'Kunpeng 920'],
	['Kunpeng 920', 'Kunpeng 920'],
	['Kunpeng 920F', 'Kunpeng 920F'],
	['3A6000-HV', '3A6000'],
	['3A5000LL', '3A5000'],
	['3C5000L', '3C5000'],
	['C86 7285H', 'C86'],
	['C86-4G (OPN:7490)', 'C86-4G'],
	['FT-2000/4-D', 'FT-2000/4'],
	['FT-2000+/64', 'FT-2000+/64'],
	['D2000/8', 'D2000'],
	['D3000M', 'D3000'],
	['E2000Q', 'E2000'],
	['S5000C', 'S5000'],
	['S2500', 'S2500'],
	['KX-U6780A', 'KX-U6780A'],
	['Xeon Gold 6230', 'Xeon Gold 6230'],
	['', ''],
])('the family of %s is %s', (model, family) => {
	expect(cpuFamily(model)).toBe(family);
});

it('a family is its own family, and the beginning of its model', () => {
	fc.assert(
		fc.property(fc.string(), (model) => {
			const family = cpuFamily(model);
			expect(model.startsWith(family)).toBe(true);
			expect(cpuFamily(family)).toBe(family);
		}),
	);
});

it('platforms are in one order, from whichever side they are compared', () => {
	const text = fc.option(fc.constantFrom('Kylin', 'UOS', 'V10', 'V9', '银河麒麟', ''), { nil: null });
	const platform = fc
		.record({ cpu: text, cpuVendor: text, os: text, osVersion: text })
		.map((made) => platformOf(summaryOf(made).platform));
	fc.assert(
		fc.property(platform, platform, platform, (a, b, c) => {
			expect(Math.sign(comparePlatforms(a, b))).toBe(-Math.sign(comparePlatforms(b, a)) + 0);
			expect(comparePlatforms(a, a)).toBe(0);
			if (comparePlatforms(a, b) <= 0 && comparePlatforms(b, c) <= 0)
				expect(comparePlatforms(a, c)).toBeLessThanOrEqual(0);
		}),
	);
});

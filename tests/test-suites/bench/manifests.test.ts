import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSuites } from '../../../engine/suites/index.ts';
import type { ManifestCase } from '../../../engine/suites/manifest/case.ts';
import { BENCH_SUITES, manifestOf, SUITES } from './bench-suite.ts';
import { KERNELS, kernelsHere } from './kernels-here.ts';

describe('the benchmark suites', () => {
	it.each(BENCH_SUITES)('%s passes its own check without an error or a warning', (suite) => {
		expect(openSuites({ directories: [] }).check(join(SUITES, suite)).problems).toEqual([]);
	});

	it.each(BENCH_SUITES)('%s looks at the conditions first, by the same program as all others', (suite) => {
		expect(manifestOf(suite).cases[0]?.id).toBe('guard');
		const guard = (name: string) => readFileSync(join(SUITES, name, 'steps/guard.sh'), 'utf8');
		expect(guard(suite)).toBe(guard('bench-quick'));
	});

	it('run nothing on a built-in kernel before it has proven its known answers', () => {
		for (const suite of BENCH_SUITES)
			for (const entry of kernelCases(suite)) expect([entry.id, ...(entry.needs ?? [])]).toContain('verify');
	});

	it('take a wrong answer of a kernel for a failure with its own code', () => {
		for (const suite of BENCH_SUITES)
			for (const { id, steps } of kernelCases(suite).filter((entry) => entry.id !== 'disk-file-removed')) {
				const meanings = steps.map((step) => ('exits' in step ? step.exits : undefined) ?? manifestOf(suite).exits);
				const wrong = meanings.map((exits) => exits?.['3']);
				expect([id, ...wrong]).toEqual([id, ...steps.map(() => expect.objectContaining({ code: 'wrong-answer' }))]);
			}
	});

	it('never let a figure of the application runtime into a hardware score', () => {
		for (const suite of BENCH_SUITES) {
			const { score, cases } = manifestOf(suite);
			for (const member of score?.members ?? []) {
				const entry = cases.find(({ id }) => id === member.case);
				expect(entry?.tools).toEqual(['shipei-kernels']);
				expect(entry?.measure?.map(({ metric }) => metric)).toContain(member.metric);
				expect(entry?.matrix).toBeUndefined();
			}
		}
	});

	it('give the score the weights of the design: 25 25 15 15 10 of a hundred without the runtime', () => {
		const members = manifestOf('bench-full').score?.members ?? [];
		const sum = (group: string) =>
			members.filter((one) => one.group === group).reduce((all, one) => all + one.weight, 0);
		expect(sum('cpu-one')).toBeCloseTo(25, 1);
		expect(sum('cpu-all')).toBeCloseTo(25, 1);
		expect([sum('memory'), sum('disk'), sum('system')]).toEqual([15, 15, 10]);
	});

	it('say of every repeated metric how little it can tell between two sessions, and the same wherever it is measured', () => {
		const repeated = BENCH_SUITES.flatMap((suite) => manifestOf(suite).cases).filter(
			({ bench }) => bench !== undefined,
		);
		const measures = repeated.flatMap(({ measure = [] }) => measure);
		expect(measures.filter(({ resolution }) => resolution === undefined)).toEqual([]);
		for (const [metric, group] of Map.groupBy(measures, (measure) => measure.metric))
			expect([metric, ...new Set(group.map(({ resolution }) => resolution))]).toHaveLength(2);
	});

	it('let a built-in kernel work for a second or more in every repetition', () => {
		for (const suite of BENCH_SUITES)
			for (const { id, steps } of kernelCases(suite).filter(({ bench }) => bench !== undefined))
				for (const step of steps) {
					const words = ('run' in step ? step.run : 'script' in step ? step.args : undefined) ?? [];
					const seconds = words[words.indexOf('--seconds') + 1];
					// Messaging does a fixed amount of work: here it takes a second and more.
					if (words.includes('os.messaging')) expect(words).toContain(500);
					else expect([suite, id, Number(seconds) >= 1]).toEqual([suite, id, true]);
				}
	});

	it('record for every measurement what decides comparability', () => {
		for (const suite of BENCH_SUITES)
			for (const entry of kernelCases(suite).filter(({ bench }) => bench !== undefined))
				expect(entry.facts?.find(({ name }) => name === 'kernels')).toMatchObject({ from: { json: 'version' } });
	});

	it('name the package for every tool that a case needs', () => {
		for (const suite of BENCH_SUITES) {
			const { cases, packages = {} } = manifestOf(suite);
			const tools = new Set(cases.flatMap((entry) => entry.tools ?? []));
			for (const tool of tools) if (!['shipei-kernels', 'perl'].includes(tool)) expect(packages).toHaveProperty(tool);
		}
	});

	it.skipIf(!kernelsHere())(
		'ask for kernels that exist, with options that they take (needs the kernel of this machine)',
		() => {
			const listed = JSON.parse(execFileSync(KERNELS, ['list'], { encoding: 'utf8' })) as {
				kernels: { id: string; unit: string }[];
			};
			const units = new Map(listed.kernels.map(({ id, unit }) => [id, unit]));
			for (const suite of BENCH_SUITES)
				for (const { steps, measure } of kernelCases(suite).filter(({ bench }) => bench !== undefined)) {
					const [step] = steps;
					const words =
						step !== undefined && 'run' in step ? step.run : step !== undefined && 'script' in step ? step.args : [];
					const kernel = String(words?.[1]);
					expect(units.get(kernel), kernel).toBe(measure?.[0]?.unit);
				}
		},
	);

	it('name only files that are there', () => {
		for (const suite of BENCH_SUITES)
			for (const { steps } of manifestOf(suite).cases)
				for (const step of steps) if ('script' in step) expect(existsSync(join(SUITES, suite, step.script))).toBe(true);
	});
});

function kernelCases(suite: string): ManifestCase[] {
	return manifestOf(suite).cases.filter((entry) => entry.tools?.includes('shipei-kernels'));
}

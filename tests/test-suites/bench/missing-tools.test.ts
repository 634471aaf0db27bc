import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../contract/plan.ts';
import { openSuites, type RunTool, type ToolLookup } from '../../../engine/suites/index.ts';
import { sampleHost } from '../../engine/suites/sample-host.ts';
import { BENCH_SUITES, manifestOf, SUITES } from './bench-suite.ts';

const KERNELS = 'shipei-kernels';
/** Everything that a lab names, so that only tools decide. */
const PARAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'bench-network': { server: '192.0.2.1' },
	'bench-system': { pgConnection: 'host=/run', unixbench: '/opt', kirkSuite: 'syscalls' },
	'bench-java': { specjbb: '/opt/specjbb.jar', specjvm: '/opt' },
	'bench-desktop': { program: 'true' },
};

function planWith(suite: string, tools: ToolLookup, runTool?: RunTool): Promise<Plan> {
	const host = sampleHost({ 'os.packageFormat': 'deb', 'cpu.isa': 'x86_64', 'cpu.threads': 2 });
	const opened = openSuites({
		directories: [{ directory: SUITES, origin: 'shipped' }],
		...{ tools, ...(runTool === undefined ? {} : { runTool }) },
	});
	return opened.plan({ suites: [suite], params: PARAMS[suite] ?? {}, host, product: null });
}

const onlyKernels: ToolLookup = { find: (name) => (name === KERNELS ? { path: '/k', version: null } : null) };
const everything: ToolLookup = { find: (name) => ({ path: `/usr/bin/${name}`, version: null }) };
const said =
	(text: string): RunTool =>
	() =>
		Promise.resolve(Buffer.from(text));

describe('a tool that is not installed', () => {
	it.each(BENCH_SUITES)(
		'is named with its package by every case of %s that needs it, and the case will not run',
		async (suite) => {
			const { cases, notApplicable } = await planWith(suite, onlyKernels);
			for (const { id, tools = [] } of manifestOf(suite).cases) {
				const needed = tools.filter((tool) => tool !== KERNELS);
				if (needed.length === 0) continue;
				expect(notApplicable.map((entry) => entry.case)).not.toContain(id);
				const planned = cases.filter((entry) => entry.case === id);
				expect(planned).not.toEqual([]);
				for (const { missing } of planned)
					for (const tool of needed) expect(missing).toContainEqual(notInstalled(suite, tool));
			}
		},
	);

	function notInstalled(suite: string, tool: string): unknown {
		const name = (manifestOf(suite).packages?.[tool] as { deb?: string } | undefined)?.deb;
		const text =
			name === undefined
				? `“${tool}” is not installed`
				: `“${tool}” is not installed: install the package “${name}” (offline: from the asset pack).`;
		return expect.objectContaining({ en: expect.stringContaining(text) });
	}
});

describe('a tool of another version', () => {
	it.each([
		['bench-cpu', 'sysbench-cpu', 'sysbench 0.4.12', 'sysbench 1.0.7', 'sysbench 1.0.8', 'sysbench 1.1.0-df89d34'],
		['bench-storage', 'fio-rand-read', 'fio-2.2.10', 'fio-2.21', 'fio-3.0', 'fio-3.36'],
	])(
		'is told for %s/%s: what is too old says so, what is new enough is run with its version on record',
		async (suite, id, ...versions) => {
			const found = await Promise.all(versions.map((version) => planWith(suite, everything, said(version))));
			const refused = found.map(
				({ notApplicable }) => notApplicable.find((entry) => entry.case === id)?.reason.en ?? null,
			);
			expect(refused).toEqual([expect.stringContaining('is needed'), expect.stringContaining('is needed'), null, null]);
			const tools = found[3]?.cases.find((entry) => entry.case === id)?.tools;
			expect(tools?.[0]?.version).toMatch(/^(?:1\.1\.0|3\.36)$/u);
		},
	);

	it('that cannot be told is run all the same: its output decides', async () => {
		const { cases } = await planWith('bench-cpu', everything, said('no version here'));
		expect(cases.some((entry) => entry.case === 'sysbench-cpu')).toBe(true);
	});
});

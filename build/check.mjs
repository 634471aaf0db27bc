// `npm run check`: every rule that a machine holds, two at a time, each named with how it ended.
import { spawn } from 'node:child_process';

const LEAST_MODULES = 200;

const CHECKS = [
	{ name: 'types', argv: ['tsc', '-b'] },
	{
		name: 'format and lint',
		argv: ['biome', 'ci', '--colors=off', '--diagnostic-level=error', '--max-diagnostics=50', '.'],
	},
	{ name: 'typed rules', argv: ['eslint', '--max-warnings=0', '.'], after: 'types' },
	{
		name: 'boundaries',
		argv: [
			'depcruise',
			'--config',
			'.dependency-cruiser.cjs',
			'--output-type',
			'err-long',
			'contract',
			'engine',
			'cli',
			'server',
			'electron',
			'renderer',
			'verifier',
			'build',
			'test-suites',
		],
		holds: sawEnough,
	},
	{ name: 'unused code', argv: ['knip', '--no-progress'] },
];

const results = await runAll(CHECKS);
for (const result of results) {
	console.log(`${result.ok ? '✓' : '✗'} check: ${result.name} (${(result.ms / 1000).toFixed(1)} s)`);
	if (!result.ok)
		console.log(
			result.output
				.trim()
				.split('\n')
				.map((line) => `    ${line}`)
				.join('\n'),
		);
}
const failed = results.filter((result) => !result.ok).length;
console.log(`checks: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runAll(checks) {
	const waiting = [...checks];
	const done = [];
	async function worker() {
		for (;;) {
			const check = waiting.shift();
			if (check === undefined) return;
			done.push(await run(check));
		}
	}
	await Promise.all([worker(), worker()]);
	return checks.map((check) => done.find((result) => result.name === check.name));
}

function run({ name, argv, holds }) {
	const started = performance.now();
	const [command, ...args] = argv;
	const child = spawn(`node_modules/.bin/${command}`, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, FORCE_COLOR: '0' },
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
	return new Promise((resolve) => {
		child.on('close', (code) => {
			const problem = code === 0 ? (holds?.(output) ?? null) : null;
			resolve({
				name,
				ok: code === 0 && problem === null,
				output: problem === null ? output : `${output}\n${problem}`,
				ms: performance.now() - started,
			});
		});
	});
}

// Without a fitting TypeScript the cruiser passes over everything and ends green: it must have seen the code.
function sawEnough(output) {
	if (output.includes('missing-tsc-transpiler')) return 'dependency-cruiser found no usable TypeScript';
	const modules = Number(/(\d+) modules/u.exec(output)?.[1] ?? 0);
	return modules >= LEAST_MODULES ? null : `expected at least ${LEAST_MODULES} modules, it saw ${modules}`;
}

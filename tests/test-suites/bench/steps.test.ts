import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseOf, manifestOf, readCase, SUITES } from './bench-suite.ts';
import { KERNELS, kernelsHere } from './kernels-here.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'shipei-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const present = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

function run(command: string, args: string[], env: Record<string, string> = {}) {
	const { status, stdout } = spawnSync(command, args, {
		cwd: folder,
		env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', SHIPEI_DATA: folder, SHIPEI_KERNELS: KERNELS, ...env },
		encoding: 'utf8',
		timeout: 300_000,
	});
	return { status, stdout };
}

const step = (suite: string, name: string) => join(SUITES, suite, 'steps', name);

/** A copy of a step with one thing changed, to see it fail. */
function broken(suite: string, name: string, from: string, to: string): string {
	cpSync(join(SUITES, suite, 'steps'), join(folder, 'steps'), { recursive: true });
	const file = join(folder, 'steps', name);
	const text = readFileSync(file, 'utf8');
	expect(text).toContain(from);
	writeFileSync(file, text.replace(from, to));
	return file;
}

describe('the conditions case', () => {
	const QUIET = {
		'proc/stat': 'cpu  0 0 0 0 0 0 0 0 0 0\ncpu0 0\ncpu1 0',
		'proc/loadavg': '0.10 0.10 0.10 1/100 1',
		'proc/vmstat': 'pswpin 5',
		'sys/devices/system/cpu/cpufreq/policy0/scaling_governor': 'performance',
	};
	const machine = (files: Record<string, string>) => {
		for (const [path, text] of Object.entries({ ...QUIET, ...files })) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), `${text}\n`);
		}
	};
	const guard = () => run('sh', [step('bench-quick', 'guard.sh')], { SHIPEI_SENSORS: folder });

	it('is passed on a quiet machine and tells unknown sensors as null', () => {
		machine({});
		const { status, stdout } = guard();
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			cpus: 2,
			governor: 'performance',
			pressure: { memory: null },
			throttles: null,
			findings: [],
		});
	});

	it('fails and names every disturbance', () => {
		machine({
			'sys/devices/system/cpu/cpufreq/policy1/scaling_governor': 'powersave',
			'proc/pressure/io': 'some avg10=12.00 avg60=0.00 avg300=0.00 total=0',
		});
		const { status, stdout } = guard();
		expect(status).toBe(10);
		expect(JSON.parse(stdout)).toMatchObject({
			governor: 'performance+powersave',
			findings: ['governor', 'pressure-io'],
		});
	});
});

/** A folder that lies in memory on every Linux with POSIX shared memory. */
const IN_MEMORY = '/dev/shm';

describe('the disk steps', () => {
	it.skipIf(!existsSync(IN_MEMORY))('refuse a folder that lies in memory: no figure of a disk (needs /dev/shm)', () => {
		for (const suite of ['bench-quick', 'bench-full', 'bench-storage']) {
			const { status, stdout } = run('sh', [step(suite, 'disk.sh'), IN_MEMORY, 'disk.prepare', '--bytes', '1m']);
			expect([status, stdout]).toEqual([7, '']);
			const { steps } = caseOf(suite, 'disk-file');
			const meanings = steps.map((one) => ('exits' in one ? one.exits : undefined) ?? manifestOf(suite).exits);
			expect(meanings[0]?.['7']).toMatchObject({ code: 'not-a-disk' });
		}
	});

	it.skipIf(!kernelsHere())(
		'keep one file for all cases and remove it at the end (needs the kernel of this machine)',
		() => {
			const disk = (...args: string[]) => run('sh', [step('bench-storage', 'disk.sh'), '', ...args]);
			expect(disk('disk.prepare', '--bytes', '8m').status).toBe(0);
			const read = disk('disk.randread', '--queue-depth', '4', '--seconds', '0.1');
			expect(read.status).toBe(0);
			const found = readCase(caseOf('bench-storage', 'rand-read-qd32'), read.stdout);
			expect(found.metrics['disk.randread']).toBeGreaterThan(0);
			expect(found.metrics['disk.randread.p99']).toBeGreaterThan(0);
			expect(found.facts).toMatchObject({ kernels: 'shipei-kernels/1', fileBytes: '8388608' });
			expect(disk('remove').status).toBe(0);
			expect(disk('disk.randread', '--seconds', '0.1').status).not.toBe(0);
		},
	);
});

describe('the fio steps', () => {
	it.skipIf(!present('fio'))('keep their file between repetitions and remove it at the end (needs fio)', () => {
		const file = join(folder, 'shipei-fio.bin');
		const inode = () => statSync(file, { throwIfNoEntry: false })?.ino;
		const fio = (...args: string[]) => run(step('bench-storage', 'fio.sh'), [folder, ...args]);
		const job = ['randread', '4k', '1', '4m', '1'];
		expect(fio(...job).status).toBe(0);
		const first = inode();
		expect(first).toBeDefined();
		expect([fio(...job).status, inode()]).toEqual([0, first]);
		expect([fio('remove').status, inode()]).toEqual([0, undefined]);
		expect(fio('remove').status).toBe(0);
		const fioCases = manifestOf('bench-storage').cases.filter(({ id }) => id.startsWith('fio-'));
		expect(fioCases.map(({ cleanup }) => cleanup?.length)).toEqual([1, 1, 1, 1]);
	});
});

describe('the known answers of the system’s OpenSSL', () => {
	it.skipIf(!present('openssl')).each(['sm2', 'sm3', 'sm4'])('hold for %s (needs openssl)', (algorithm) => {
		const { status, stdout } = run('sh', [step('bench-crypto', 'known-answers.sh'), algorithm]);
		expect([status, stdout]).toEqual([0, expect.stringContaining(`${algorithm} right`)]);
	});

	it.skipIf(!present('openssl'))('end with exit status 3 when the answer is another one (needs openssl)', () => {
		const file = broken('bench-crypto', 'known-answers.sh', '66c7f0f4', '66c7f0f5');
		expect(run('sh', [file, 'sm3'])).toMatchObject({ status: 3, stdout: expect.stringContaining('sm3 wrong') });
	});

	it('end with exit status 4, not with a figure, when the algorithm is not there', () => {
		mkdirSync(join(folder, 'bin'));
		writeFileSync(join(folder, 'bin/openssl'), '#!/bin/sh\n[ "$1" = version ] && echo "OpenSSL 1.1.0" || exit 1\n');
		chmodSync(join(folder, 'bin/openssl'), 0o755);
		const PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
		expect(run('sh', [step('bench-crypto', 'known-answers.sh'), 'sm4'], { PATH }).status).toBe(4);
		const speed = run('sh', [step('bench-crypto', 'speed.sh'), 'sm3'], { PATH });
		expect(speed.status).toBe(4);
		expect(readCase(caseOf('bench-crypto', 'openssl-bulk'), speed.stdout).metrics).toEqual({ 'openssl.bulk': 'none' });
	});
});

describe('a benchmark that was compiled by the lab', () => {
	/** A program that carries the mark of its compiler, as gcc and clang leave it in what they make. */
	const marked = (name: string, mark: string) => {
		writeFileSync(join(folder, name), `#!/bin/sh\n# ${mark}\necho "ran $*"\nexit 7\n`);
		chmodSync(join(folder, name), 0o755);
	};

	it('is run as it is, and tells by which compiler it was made', () => {
		const compiled = (program: string) => run('sh', [step('bench-memory', 'compiled.sh'), join(folder, program), 'rd']);
		marked('bw_mem', 'GCC: (Kylin 7.3.0) 7.3.0');
		expect(compiled('bw_mem')).toEqual({ status: 7, stdout: 'compiler: GCC: (Kylin 7.3.0) 7.3.0\nran rd\n' });
		marked('other', 'nothing');
		expect(compiled('other').stdout).toBe('compiler: unknown\nran rd\n');
	});

	it.skipIf(!present('perl'))(
		'that compiles itself tells it after its run, and keeps its exit status (needs perl)',
		() => {
			mkdirSync(join(folder, 'pgms'));
			writeFileSync(
				join(folder, 'Run'),
				'print "index\\n"; open(F, ">", "pgms/dhry2reg"); print F "GCC: (GNU) 10.3.1"; exit 3;',
			);
			const { status, stdout } = run('sh', [step('bench-system', 'unixbench.sh'), folder, '2']);
			expect([status, stdout]).toEqual([3, 'index\ncompiler: GCC: (GNU) 10.3.1\n']);
		},
	);
});

describe('the programs of the application runtime', () => {
	const node = (name: string, ...args: string[]) => run(process.execPath, [step('bench-runtime', name), ...args]);

	it.each([
		['js-engine', ['js-engine.mjs', '0.02']],
		['crypto', ['crypto.mjs', 'sha256', '0.05']],
		['crypto', ['crypto.mjs', 'aes256gcm', '0.05']],
		['small-files', ['fs.mjs', '.', '0.05']],
		['sqlite-oltp', ['sqlite.mjs', '.', 'OFF', '5000', '0.05']],
		['tls-handshake', ['tls.mjs', '0.05']],
		['js-workers', ['workers.mjs', '0.1']],
	])('measure %s and say which engine it was', (id, [name, ...args]) => {
		const { status, stdout } = node(name as string, ...args);
		expect(status).toBe(0);
		const found = readCase(caseOf('bench-runtime', id), stdout);
		for (const value of Object.values(found.metrics)) expect(value).toBeGreaterThan(0);
		expect(found.facts.runtime).toMatch(/^(?:node|electron) \d+/u);
		for (const fact of Object.values(found.facts)) expect(fact).toBeTypeOf('string');
	});

	it.each([
		['js-engine.mjs', 'integers: 9592', 'integers: 9593', ['0.02']],
		['crypto.mjs', 'ba7816bf', 'ba7816be', ['sha256', '0.02']],
		['workers.mjs', '2_482_959_073', '2_482_959_074', ['0.02']],
		['sqlite.mjs', 'add.run(amount, to)', 'add.run(amount + 1, to)', ['.', 'OFF', '500', '0.05']],
	])('end %s with exit status 3 and without a figure when an answer is wrong', (name, from, to, args) => {
		const { status, stdout } = run(process.execPath, [broken('bench-runtime', name, from, to), ...args]);
		expect(status).toBe(3);
		expect(stdout).toContain('wrong-answer');
		expect(stdout).not.toContain('"value"');
	});

	it('say unsupported for a library that lacks the algorithm, as Electron’s does with SM3', () => {
		const file = broken('bench-runtime', 'crypto.mjs', 'getHashes().includes(name)', 'false');
		expect(run(process.execPath, [file, 'sm3', '0.02']).status).toBe(4);
	});
});

describe('the Java kernels', () => {
	const source = step('bench-java', 'Bench.java');
	const compile = (file: string) => run('javac', ['-encoding', 'UTF-8', '-d', folder, file]).status;

	it.skipIf(!present('javac'))('compile, check their answers and tell the mode of the machine (needs a JDK)', () => {
		expect(compile(source)).toBe(0);
		const found = readCase(caseOf('bench-java', 'kernels'), run('java', ['-cp', folder, 'Bench', '0.02']).stdout);
		expect(Object.keys(found.metrics)).toHaveLength(7);
		for (const value of Object.values(found.metrics)) expect(value).toBeGreaterThan(0);
		expect(found.facts.mode).toContain('mixed mode');
		const interpreted = run('java', ['-Xint', '-cp', folder, 'Bench', '0.01']).stdout;
		expect(readCase(caseOf('bench-java', 'kernels'), interpreted).facts.mode).toContain('interpreted');
	});

	it.skipIf(!present('javac'))('end with exit status 3 when an answer is wrong (needs a JDK)', () => {
		expect(compile(broken('bench-java', 'Bench.java', '9592L', '9593L'))).toBe(0);
		expect(run('java', ['-cp', folder, 'Bench', '0.01']).status).toBe(3);
	});
});

describe('the page in the browser', () => {
	const browse = (file: string, browser = '') => run(process.execPath, [file, browser, '0.05', folder]);

	it.skipIf(!present('chromium'))('measures every kernel in the browser installed here (needs chromium)', () => {
		const { status, stdout } = browse(step('bench-web', 'browse.mjs'));
		expect([status, stdout]).toEqual([0, expect.stringContaining('"browser":"chromium"')]);
		const found = readCase(caseOf('bench-web', 'page'), stdout);
		expect(Object.keys(found.metrics)).toHaveLength(7);
		for (const value of Object.values(found.metrics)) expect(value).toBeGreaterThan(0);
		expect(found.facts.runtime).toContain('Chrome/');
	});

	it.skipIf(!present('chromium'))(
		'ends with exit status 3 when the browser computes something else (needs chromium)',
		() => {
			broken('bench-web', 'kernels.mjs', '2_880_774_783', '2_880_774_784');
			expect(browse(join(folder, 'steps/browse.mjs')).status).toBe(3);
		},
	);

	it('ends with exit status 4 when no browser is installed', () => {
		const { status } = run(process.execPath, [step('bench-web', 'browse.mjs'), '', '0.05', folder], { PATH: folder });
		expect(status).toBe(4);
	});

	it('ends with exit status 5 when the program that should be a browser cannot be started', () => {
		expect(browse(step('bench-web', 'browse.mjs'), join(folder, 'nothing')).status).toBe(5);
	});
});

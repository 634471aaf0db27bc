import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detectHost, takeSnapshot } from '../../../engine/host/index.ts';
import { freePort } from './stand-ins.ts';

const root = process.getuid?.() === 0;
const children: ChildProcess[] = [];
let directory: string;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-real-'));
	chmodSync(directory, 0o755);
});

afterEach(async () => {
	for (const child of children.splice(0)) await end(child);
	rmSync(directory, { recursive: true, force: true });
});

/** Databases write when they end: the directory may go only after them. */
async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
	await gone;
	clearTimeout(timer);
}

interface User {
	readonly uid: number;
	readonly gid: number;
}

function userNamed(name: string): User | undefined {
	if (!root) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
	try {
		const [uid, gid] = ['-u', '-g'].map((flag) =>
			Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })),
		);
		return uid === undefined || gid === undefined ? undefined : { uid, gid };
	} catch {
		return undefined;
	}
}

function own(name: string, user: User): string {
	const path = join(directory, name);
	mkdirSync(path, { recursive: true, mode: 0o700 });
	if (root) chownSync(path, user.uid, user.gid);
	return path;
}

function start(
	program: string,
	args: readonly string[],
	user: User,
	env: Record<string, string> = {},
	cwd = directory,
): ChildProcess {
	const child = spawn(program, args, {
		...(root ? user : {}),
		cwd,
		env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', ...env },
		stdio: 'ignore',
	});
	children.push(child);
	return child;
}

async function answers(port: number, child: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 300; tries += 1) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
		const open = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1');
			socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
			socket.once('connect', () => socket.destroy());
		});
		if (open) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`nothing listens on ${port}`);
}

const engine = join(import.meta.dirname, '../../../engine/host/index.ts');

function asNobody(code: string): string[] {
	return [
		'setpriv',
		'--reuid=65534',
		'--regid=65534',
		'--clear-groups',
		process.execPath,
		'--input-type=module',
		'-e',
		code,
	];
}

function readableByNobody(): boolean {
	const [program = '', ...args] = asNobody(`await import(${JSON.stringify(engine)})`);
	try {
		execFileSync(program, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

const pgVersions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
const pgBin = pgVersions[0] === undefined ? undefined : `/usr/lib/postgresql/${pgVersions[0]}/bin`;
const postgres = userNamed('postgres');
const pgPresent = pgBin !== undefined && existsSync(`${pgBin}/initdb`) && postgres !== undefined;

describe('Real servers from the distribution', () => {
	it.skipIf(!pgPresent)(
		`recognises two PostgreSQL servers on odd ports${pgPresent ? '' : ' (skipped: postgresql is not installed)'}`,
		async () => {
			if (pgBin === undefined || postgres === undefined) return;
			const started: { child: ChildProcess; port: number; data: string }[] = [];
			for (const name of ['one', 'two']) {
				const data = own(name, postgres);
				execFileSync(`${pgBin}/initdb`, ['-D', data, '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'], {
					...(root ? postgres : {}),
					stdio: 'ignore',
					cwd: directory,
				});
				const port = await freePort();
				const child = start(`${pgBin}/postgres`, ['-D', data, '-p', String(port), '-k', data, '-F'], postgres);
				started.push({ child, port, data });
			}
			await Promise.all(started.map(({ child, port }) => answers(port, child)));
			const profile = await detectHost();
			const version = execFileSync(`${pgBin}/postgres`, ['-V'], { encoding: 'utf8' }).split(' ')[2]?.trim();
			for (const { child, port, data } of started) {
				const found = profile.databases.filter((server) => server.pid.value === child.pid);
				expect(
					found.map(({ id, version, port, dataDirectory, state }) => [
						id.value,
						version.value,
						port.value,
						dataDirectory.value,
						state,
					]),
				).toEqual([['postgresql', version, port, data, 'running']]);
				expect(found[0]?.socket.value).toBe(`${data}/.s.PGSQL.${port}`);
			}
			// Its own background processes are not servers of their own.
			const pids = new Set(started.map(({ child }) => child.pid));
			const running = profile.databases.filter(({ port }) => started.some((server) => server.port === port.value));
			expect(running.map(({ pid }) => pids.has(pid.value ?? 0))).toEqual([true, true]);
		},
	);

	const mysql = userNamed('mysql');
	const mariadbPresent = existsSync('/usr/sbin/mariadbd') && mysql !== undefined;
	it.skipIf(!mariadbPresent)(
		`recognises MariaDB${mariadbPresent ? '' : ' (skipped: mariadb-server is not installed)'}`,
		async () => {
			if (mysql === undefined) return;
			const data = own('mariadb', mysql);
			const port = await freePort();
			execFileSync(
				'mariadb-install-db',
				[
					'--no-defaults',
					`--datadir=${data}`,
					'--skip-test-db',
					'--auth-root-authentication-method=normal',
					'--cross-bootstrap',
				],
				{ ...(root ? mysql : {}), stdio: 'ignore', cwd: directory },
			);
			const child = start(
				'/usr/sbin/mariadbd',
				[
					'--no-defaults',
					`--datadir=${data}`,
					`--port=${port}`,
					'--bind-address=127.0.0.1',
					`--socket=${data}/s.sock`,
					'--innodb-buffer-pool-size=8M',
				],
				mysql,
			);
			await answers(port, child);
			const found = (await detectHost()).databases.filter((server) => server.pid.value === child.pid);
			expect(
				found.map(({ id, port, dataDirectory, socket }) => [id.value, port.value, dataDirectory.value, socket.value]),
			).toEqual([['mariadb', port, data, `${data}/s.sock`]]);
			expect(found[0]?.version.value).toMatch(/^\d+\.\d+\.\d+$/u);
		},
	);

	const redisPresent = existsSync('/usr/bin/redis-server');
	it.skipIf(!redisPresent)(
		`recognises Redis${redisPresent ? '' : ' (skipped: redis-server is not installed)'}`,
		async () => {
			const port = await freePort();
			const user = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
			const child = start(
				'/usr/bin/redis-server',
				['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory],
				user,
			);
			await answers(port, child);
			const profile = await detectHost();
			const found = profile.databases.filter((server) => server.pid.value === child.pid);
			expect(found.map(({ id, port, state }) => [id.value, port.value, state])).toEqual([['redis', port, 'running']]);
			expect(found[0]?.version.value).toMatch(/^\d+\.\d+\.\d+$/u);
			// It is running, so it is not listed a second time as merely installed.
			expect(profile.databases.filter(({ id, state }) => id.value === 'redis' && state === 'installed')).toEqual([]);
		},
	);

	const nobody = redisPresent && root && existsSync('/usr/bin/setpriv') && readableByNobody();
	it.skipIf(!nobody)(
		`recognises another user’s Redis without any rights on it, and says that it is only likely${nobody ? '' : ' (skipped: needs root, redis-server, setpriv and a checkout that others may read)'}`,
		async () => {
			const port = await freePort();
			const child = start('/usr/bin/redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
				uid: 0,
				gid: 0,
			});
			await answers(port, child);
			const [program = '', ...args] = asNobody(
				`const { detectHost } = await import(${JSON.stringify(engine)}); console.log(JSON.stringify((await detectHost()).databases));`,
			);
			const databases = JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 }));
			const found = databases.filter((server: { pid: { value: number } }) => server.pid.value === child.pid);
			expect(found).toMatchObject([
				{ id: { value: 'redis', confidence: 'likely' }, port: { value: port, confidence: 'likely' }, state: 'running' },
			]);
		},
	);

	const home = ['/usr/share/tomcat10', '/usr/share/tomcat9'].find((path) => existsSync(path));
	const tomcatPresent = home !== undefined && existsSync('/usr/bin/java');
	it.skipIf(!tomcatPresent)(
		`recognises Tomcat, and keeps it in a snapshot${tomcatPresent ? '' : ' (skipped: tomcat10 or Java is not installed)'}`,
		async () => {
			const port = await freePort();
			for (const name of ['conf', 'logs', 'temp', 'webapps', 'work']) mkdirSync(join(directory, name));
			writeFileSync(
				join(directory, 'conf/server.xml'),
				`<Server port="-1"><Service name="Catalina"><Connector port="${port}" address="127.0.0.1" protocol="HTTP/1.1"/><Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>`,
			);
			const user = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
			const child = start(
				'/usr/bin/java',
				[
					'-Xmx64m',
					`-Dcatalina.base=${directory}`,
					`-Dcatalina.home=${home}`,
					'-cp',
					`${home}/bin/bootstrap.jar:${home}/bin/tomcat-juli.jar`,
					'org.apache.catalina.startup.Bootstrap',
					'start',
				],
				user,
			);
			await answers(port, child);
			const found = (await detectHost()).middleware.filter((server) => server.pid.value === child.pid);
			expect(found.map(({ id, port, state }) => [id.value, port.value, state])).toEqual([['tomcat', port, 'running']]);
			expect(found[0]?.version.value).toMatch(/^\d+\.\d+\.\d+/u);
			const { out } = await takeSnapshot({ out: join(directory, 'snapshot') });
			const replayed = (await detectHost({ snapshot: out })).middleware.filter(
				(server) => server.pid.value === child.pid,
			);
			expect(replayed.map(({ id, version, port }) => [id.value, version.value, port.value])).toEqual([
				['tomcat', found[0]?.version.value, port],
			]);
		},
	);
});

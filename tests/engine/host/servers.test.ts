import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostProfile } from '../../../contract/host.ts';
import { detectHost } from '../../../engine/host/index.ts';
import { compilerPresent, freePort, isFree, StandIns, withoutCompiler } from './stand-ins.ts';

let standIns: StandIns;
let profile: HostProfile;
const pids = new Map<string, number>();
const ports = new Map<string, number>();

async function run(key: string, program: string, args: readonly string[], cwd?: string): Promise<void> {
	const port = await freePort();
	ports.set(key, port);
	pids.set(key, await standIns.start(program, args, [port], cwd));
}

/** What was detected for one of the processes that the test started. */
function serverOf(key: string) {
	const pid = pids.get(key);
	expect(pid, `${key} was started`).toBeGreaterThan(0);
	return [...profile.databases, ...profile.middleware].find((server) => server.pid.value === pid);
}

beforeAll(async () => {
	if (!compilerPresent) return;
	standIns = new StandIns();
	const s = standIns;
	await run('dameng', s.install('opt/dmdbms/bin/dmserver'), [
		`path=${s.file('data/DAMENG/dm.ini', '\tPORT_NUM = 5236\n\tCOMPATIBLE_MODE = 4\n')}`,
		'-noconsole',
	]);
	s.install('opt/dmdbms/bin/disql', 'disql V8\n');
	s.install('opt/dmdbms/bin/dminit', 'initdb V8\ndb version: 0x7000c\nversion: 03134284194-20240703-234060-20108\n');
	await run(
		'kingbase',
		s.install('opt/Kingbase/ES/V8/Server/bin/kingbase', 'KINGBASE (KingbaseES) V008R006C007B0024\n'),
		['-D', s.file('kb/data/kingbase.conf', "database_mode = 'oracle'\n").replace('/kingbase.conf', '')],
	);
	await run('gbase8s', s.install('opt/gbase/bin/oninit'), ['-vy']);
	s.install(
		'opt/gbase/bin/onstat',
		'GBase Database Server Version 12.10.FC4G1AEE -- On-Line -- Up 00:06:14 -- 3366312 Kbytes\n',
	);
	await run('informix', s.install('opt/ifx/bin/oninit'), ['-vy']);
	s.install('opt/ifx/bin/onstat', 'IBM Informix Dynamic Server Version 12.10.FC4 -- On-Line -- Up 00:06:14\n');
	await run(
		'gbase8a',
		s.install('opt/gnode/server/bin/gbased', 'gbased  Ver 9.5.3.17 for unknown-linux-gnu on x86_64\n'),
		['--datadir=/opt/gnode/userdata/gbase'],
	);
	await run(
		'opengauss',
		s.install(
			'opt/a/bin/gaussdb',
			'gaussdb (openGauss 5.0.0 build a07d57c3) compiled at 2023-03-29 03:37:13 commit 0 last mr\n',
		),
		['-D', '/opt/a/data'],
	);
	await run(
		'opengauss7',
		s.install('opt/b/bin/gaussdb', 'gaussdb ((openGauss 7.0.0-RC2 build ) compiled at 2025-06-30)\n'),
		['-D', '/opt/b/data'],
	);
	await run(
		'vastbase',
		s.install('home/vastbase/local/bin/gaussdb', 'gaussdb (Vastbase G100 V2.2 (Build 11) compiled)\n'),
		['-D', '/x'],
	);
	await run('gbase8c', s.install('home/c/app/bin/gaussdb', 'gaussdb (GBase8cV5 S5.0.0B28 build 12345) compiled\n'), [
		'-D',
		'/x',
	]);
	await run('gauss-unnamed', s.install('opt/c/bin/gaussdb'), ['-D', '/x']);
	await run('highgo', s.install('opt/highgo/hgdb-see-4.5.8/bin/postgres', 'postgres (PostgreSQL) 14.2\n'), [
		'-D',
		'/x',
	]);
	await run(
		'postgresql',
		s.install('usr/lib/postgresql/15/bin/postgres', 'postgres (PostgreSQL) 15.5 (Debian 15.5-0+deb12u1)\n'),
		['-D', '/srv/pg1'],
	);
	await run('postgresql-2', s.install('usr/lib/postgresql/16/bin/postgres', 'postgres (PostgreSQL) 16.1\n'), [
		'-D',
		'/srv/pg2',
	]);
	await run(
		'oceanbase',
		s.install(
			'home/admin/oceanbase/bin/observer',
			'observer (OceanBase_CE 4.1.0.1)\nREVISION: 102000042023061314-43bca414\n',
		),
		['-p', '2881'],
		s.root,
	);
	await run(
		'tidb',
		s.install(
			'tidb-deploy/tidb-4000/bin/tidb-server',
			'Release Version: v8.5.3\nEdition: Community\nGit Commit Hash: 0\n',
		),
		['-P', '4000'],
	);
	await run(
		'yashandb',
		s.install(
			'home/yashan/yasdb_home/23.2/bin/yasdb',
			'YashanDB Server Enterprise Edition Release 23.2.1.100 x86_64\n',
		),
		['open'],
	);
	await run('shentong', s.install('opt/ShenTong/bin/oscar'), ['-o', 'normal']);
	await run('xugu', s.install('opt/XuguDB/Server/BIN/xugu_linux_x86_64_20240101'), []);
	await run(
		'mysql',
		s.install('usr/sbin/mysqld', 'mysqld  Ver 8.0.36 for Linux on x86_64 (MySQL Community Server - GPL)\n'),
		['--datadir=/srv/mysql/'],
	);
	await run(
		'mariadb-as-mysqld',
		s.install('usr/libexec/mysqld', 'mysqld  Ver 10.5.22-MariaDB for Linux on aarch64 (MariaDB Server)\n'),
		[],
	);
	await run('tongweb', s.install('jdk/bin/java'), [
		`-Dtongweb.home=${s.root}/opt/TongWeb7.0.4.9_M1_Enterprise_Linux`,
		'-cp',
		'x.jar',
		'com.tongweb.web.startup.Bootstrap',
		'start',
	]);
	await run('tongweb8', s.install('jdk/bin/java'), ['-Xmx1g', '-jar', `${s.root}/opt/tw8/bin/tongweb-launcher.jar`]);
	await run('tongrds', s.install('jdk/bin/java'), [
		'-Xmx1g',
		'-jar',
		`${s.root}/opt/TongRDS/pcenter/lib/tongrds-node.jar`,
	]);
	await run('apusic', s.install('jdk/bin/java'), [
		'-Dcom.apusic.domain.home=/opt/AAS/domains/mydomain',
		'-classpath',
		'a.jar',
		'com.apusic.server.Main',
		'-root',
		'/x',
	]);
	await run('inforsuite', s.install('jdk/bin/java'), [
		'-Dcom.inforsuite.aas.instanceRoot=/opt/is/domains/d1',
		'-cp',
		'a.jar',
		'com.inforsuite.enterprise.glassfish.bootstrap.ASMain',
	]);
	await run('bes', s.install('jdk/bin/java'), [
		'-Dcom.bes.installRoot=/opt/BES-9.5.2',
		'-cp',
		'a.jar',
		'com.bes.enterprise.bootstrap.Main',
	]);
	// Look-alikes and strangers.
	await run('editor-on-tongweb-file', s.install('jdk/bin/java'), [
		'-jar',
		'/usr/share/editor/editor.jar',
		'/opt/TongWeb7/conf/tongweb.xml',
	]);
	await run('other-mysqld', s.install('other/bin/mysqld', 'sleep (GNU coreutils) 9.1\n'), []);
	await run('other-postgres', s.install('other/bin/postgres', 'postgres, a mail filter, 0.3\n'), []);
	await run('other-observer', s.install('other/bin/observer'), []);
	await run('other-oscar', s.install('other/bin/oscar', 'oscar instant messenger 1.0\n'), []);
	profile = await detectHost();
});

afterAll(() => standIns?.[Symbol.dispose]());

describe.skipIf(!compilerPresent)(`Running servers are named by what they are${withoutCompiler}`, () => {
	it.each([
		['dameng', 'dameng', '03134284194-20240703-234060-20108'],
		['kingbase', 'kingbase', 'V008R006C007B0024'],
		['gbase8s', 'gbase8s', '12.10.FC4G1AEE'],
		['gbase8a', 'gbase8a', '9.5.3.17'],
		['opengauss', 'opengauss', '5.0.0'],
		['opengauss7', 'opengauss', '7.0.0-RC2'],
		['vastbase', 'vastbase', 'V2.2 (Build 11)'],
		['gbase8c', 'gbase8c', '5.0.0B28'],
		['highgo', 'highgo', '4.5.8'],
		['postgresql', 'postgresql', '15.5'],
		['postgresql-2', 'postgresql', '16.1'],
		['oceanbase', 'oceanbase', '4.1.0.1'],
		['tidb', 'tidb', '8.5.3'],
		['yashandb', 'yashandb', '23.2.1.100'],
		['shentong', 'shentong', null],
		['xugu', 'xugu', null],
		['mysql', 'mysql', '8.0.36'],
		['mariadb-as-mysqld', 'mariadb', '10.5.22'],
		['informix', 'informix', '12.10.FC4'],
		['tongweb', 'tongweb', '7.0.4.9_M1'],
		['tongweb8', 'tongweb', null],
		['tongrds', 'tongrds', null],
		['apusic', 'apusic', null],
		['inforsuite', 'inforsuite', null],
		['bes', 'bes', '9.5.2'],
	])('%s is %s %s, on its own odd port', (key, id, version) => {
		const server = serverOf(key);
		expect([server?.id.value, server?.version.value]).toEqual([id, version]);
		expect(server?.state).toBe('running');
		expect(server?.port.value).toBe(ports.get(key));
		expect(server?.id.evidence.length).toBeGreaterThan(0);
	});

	it('reads the data directory and the compatibility mode where the product keeps them', () => {
		const dameng = profile.databases.find(({ pid }) => pid.value === pids.get('dameng'));
		expect([dameng?.dataDirectory.value, dameng?.compatibilityMode.value]).toEqual([
			`${standIns.root}/data/DAMENG`,
			'mysql',
		]);
		const kingbase = profile.databases.find(({ pid }) => pid.value === pids.get('kingbase'));
		expect([kingbase?.dataDirectory.value, kingbase?.compatibilityMode.value]).toEqual([
			`${standIns.root}/kb/data`,
			'oracle',
		]);
		const mysql = profile.databases.find(({ pid }) => pid.value === pids.get('mysql'));
		expect(mysql?.dataDirectory.value).toBe('/srv/mysql');
		const tidb = profile.databases.find(({ pid }) => pid.value === pids.get('tidb'));
		expect(tidb?.edition.value).toBe('Community');
	});

	it('leaves the product open where the program is one of a family and does not say which', () => {
		const server = serverOf('gauss-unnamed');
		expect([server?.id.value, server?.name.value]).toEqual([null, 'openGauss family']);
	});

	it.each(['editor-on-tongweb-file', 'other-mysqld', 'other-postgres', 'other-observer', 'other-oscar'])(
		'%s gets no name',
		(key) => {
			expect(serverOf(key)).toBeUndefined();
		},
	);
});

describe('A server that is a script', () => {
	it('is known by the script, also when it was started by a relative path and listens through a child', async () => {
		const root = mkdtempSync(join(tmpdir(), 'shipei-script-'));
		const port = await freePort();
		const program = join(root, 'home/admin/oceanbase/bin/observer');
		mkdirSync(dirname(program), { recursive: true });
		const serve = `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('ready')); setTimeout(() => process.exit(), 60000)`;
		writeFileSync(
			program,
			`#!/bin/sh\nif [ "$1" = -V ]; then echo 'observer (OceanBase_CE 4.1.0.1)' >&2; exit 0; fi\n${process.execPath} -e "${serve}" &\nwait\n`,
		);
		for (const path of [root, program]) chmodSync(path, 0o755);
		const child = spawn('home/admin/oceanbase/bin/observer', [], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'ignore'],
			detached: true,
		});
		try {
			await new Promise((resolve) => child.stdout.once('data', resolve));
			const found = (await detectHost()).databases.filter((server) => server.pid.value === child.pid);
			expect(found.map(({ id, version, port }) => [id.value, version.value, port.value])).toEqual([
				['oceanbase', '4.1.0.1', port],
			]);
		} finally {
			if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
			rmSync(root, { recursive: true, force: true });
		}
	});
});

describe.skipIf(!compilerPresent)(`A known port proves nothing${withoutCompiler}`, () => {
	it('gives no name to an unknown process that listens on every well-known port', async () => {
		const known = [5236, 54321, 9088, 2003, 5258, 5432, 5866, 2881, 4000, 5138, 1688, 3306, 6379, 9060, 6888, 8080];
		const free = [];
		for (const port of known) if (await isFree(port)) free.push(port);
		expect(free.length).toBeGreaterThan(3);
		using stranger = new StandIns();
		const pid = await stranger.start(
			stranger.install('usr/bin/my-own-thing', 'postgres (PostgreSQL) 15.5\n'),
			[],
			free,
		);
		const found = await detectHost();
		const named = [...found.databases, ...found.middleware].filter((server) => server.pid.value === pid);
		expect(named).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

async function detect(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	return await detectHost({ snapshot: snapshot.directory });
}

async function databases(contents: Contents) {
	const profile = await detect(contents);
	return profile.databases.map(({ id, version, port, pid, state }) => [
		id.value,
		version.value,
		port.value,
		pid.value,
		state,
	]);
}

const DMSERVER = '/opt/dmdbms/bin/dmserver path=/dm8/data/DAMENG/dm.ini -noconsole';
const PS = [
	'UID        PID  PPID  C STIME TTY          TIME CMD',
	'root         2     0  0 10:00 ?        00:00:00 [kthreadd]',
	`dmdba     1234     1  0 10:01 ?        00:00:05 ${DMSERVER}`,
	'omm       2222     1  0 10:01 ?        00:00:05 /opt/huawei/install/app/bin/gaussdb -D /data/dn -M primary',
	'root      3000     1  0 10:01 pts/0    00:00:00 grep dmserver',
].join('\n');
const SS = [
	'State   Recv-Q  Send-Q  Local Address:Port  Peer Address:Port',
	'LISTEN  0       128     *:5237              *:*    users:(("dmserver",pid=1234,fd=4))',
	'LISTEN  0       128     [::]:15400          [::]:* users:(("gaussdb",pid=2222,fd=7),("gaussdb",pid=2222,fd=8))',
].join('\n');

describe('Servers in the lists that people collect', () => {
	it('are found in what ps and ss printed, and the evidence names these commands', async () => {
		const contents = {
			'commands/ps -ef.stdout': PS,
			'commands/ss -lntp.stdout': SS,
			'commands/gaussdb -V.stdout': 'gaussdb (openGauss 5.0.0 build a07d57c3) compiled at 2023-03-29 03:09:38\n',
		};
		expect(await databases(contents)).toEqual([
			['dameng', null, 5237, 1234, 'running'],
			['opengauss', '5.0.0', 15400, 2222, 'running'],
		]);
		const [dameng] = (await detect(contents)).databases;
		const sources = [...(dameng?.id.evidence ?? []), ...(dameng?.port.evidence ?? [])].map(({ from }) => from);
		expect(sources).toContain('ps -ef');
		expect(sources).toContain('ss -lntp');
		expect(sources.filter((from) => from.startsWith('/proc/'))).toEqual([]);
	});

	it('are found in ps aux and netstat, where workers have no parents', async () => {
		const aux = [
			'USER  PID %CPU %MEM  VSZ RSS TTY STAT START TIME COMMAND',
			'pg     50  0.0  0.1    1   1 ?   Ss   10:00 0:00 /usr/lib/postgresql/15/bin/postgres -D /var/lib/postgresql/15/main',
			'pg     51  0.0  0.1    1   1 ?   Ss   10:00 0:00 postgres: 15/main: checkpointer',
		].join('\n');
		const netstat = 'tcp        0      0 127.0.0.1:5433          0.0.0.0:*               LISTEN      50/postgres\n';
		expect(await databases({ 'commands/ps aux.stdout': aux, 'commands/netstat -tlnp.stdout': netstat })).toEqual([
			['postgresql', '15', 5433, 50, 'running'],
		]);
	});

	it('get no name from a port that somebody else listens on', async () => {
		const agent = PS.replace(DMSERVER, '/opt/agent/bin/agent --port 5236');
		expect((await databases({ 'commands/ps -ef.stdout': agent })).map(([id]) => id)).toEqual([null]);
	});

	it('are found by files of /proc that were copied one by one, and by a configured port', async () => {
		const contents = {
			'files/proc/99/cmdline': '/opt/Kingbase/ES/V8/Server/bin/kingbase\0-D\0/data/kb\0',
			'files/proc/99/comm': 'kingbase\n',
			'files/data/kb/kingbase.conf': "port = 54322\ndatabase_mode = 'oracle'\n",
			'commands/kingbase -V.stdout': 'KINGBASE (KingbaseES) V008R006C007B0024\n',
		};
		expect(await databases(contents)).toEqual([['kingbase', 'V008R006C007B0024', 54322, 99, 'running']]);
		const [kingbase] = (await detect(contents)).databases;
		expect([kingbase?.compatibilityMode.value, kingbase?.port.confidence]).toEqual(['oracle', 'likely']);
	});

	it('are installed where only their answer was noted down', async () => {
		expect(await databases({ 'commands/gsql -V.stdout': 'gsql ((openGauss 7.0.0-RC2 build ) compiled\n' })).toEqual([
			['opengauss', '7.0.0-RC2', null, null, 'installed'],
		]);
		const onstat = 'GBase Database Server Version 12.10.FC4G1AEE -- On-Line -- Up 00:06:14 -- 3366312 Kbytes\n';
		expect(await databases({ 'commands/onstat -.stdout': onstat })).toEqual([
			['gbase8s', '12.10.FC4G1AEE', null, null, 'installed'],
		]);
	});

	it.each([
		['observer -V', 'observer (OceanBase_CE 4.1.0.1)\nREVISION: 1\n', 'oceanbase', '4.1.0.1', 'CE'],
		['observer -V', 'observer (OceanBase 4.2.1.0)\n', 'oceanbase', '4.2.1.0', null],
		['gaussdb -V', 'gaussdb (Vastbase G100 V2.2 (Build 11)) compiled\n', 'vastbase', 'V2.2 (Build 11)', 'G100'],
		[
			'mysqld --version',
			'mysqld  Ver 8.0.36 for Linux on aarch64 (MySQL Community Server - GPL)\n',
			'mysql',
			'8.0.36',
			'Community',
		],
	])('say which edition they are where %s tells: %j', async (command, text, id, version, edition) => {
		const [found] = (await detect({ [`commands/${command}.stdout`]: text })).databases;
		expect([found?.id.value, found?.version.value, found?.edition.value]).toEqual([id, version, edition]);
	});

	it('have the edition that a HighGo’s directory bears', async () => {
		const [found] = (await detect({ 'files/opt/highgo/hgdb-see-4.5.8/bin/postgres': '' })).databases;
		expect([found?.id.value, found?.version.value, found?.edition.value]).toEqual(['highgo', '4.5.8', 'SEE']);
	});

	it('have the version that their directory bears where no program tells one', async () => {
		const xugu = '/opt/XuguDB/XuguDB-12.9.4/Server/BIN/xugu_linux_x86_64';
		expect(await databases({ 'files/proc/7/cmdline': `${xugu}\0`, 'files/proc/7/comm': 'xugu_linux_x86_\n' })).toEqual([
			['xugu', '12.9.4', null, 7, 'running'],
		]);
	});
});

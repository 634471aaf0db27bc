import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { writeSnapshot } from './dump-snapshots.ts';

/** [process number, its command line as people published it]. */
type Listed = readonly [number, string];

async function serversOf(listed: readonly Listed[], answers: Readonly<Record<string, string>> = {}) {
	const lines = listed.map(([pid, command]) => `lab ${pid} 1 0 10:00 ? 00:00:01 ${command}`);
	using snapshot = writeSnapshot({
		'commands/ps -ef.stdout': `${['UID PID PPID C STIME TTY TIME CMD', ...lines].join('\n')}\n`,
		...Object.fromEntries(Object.entries(answers).map(([command, text]) => [`commands/${command}.stdout`, text])),
	});
	const { databases, middleware } = await detectHost({ snapshot: snapshot.directory });
	return [...databases, ...middleware].map(({ id, version, pid }) => [id.value, version.value, pid.value]);
}

describe('Of published process lists,', () => {
	// A report on an openGauss cluster: the helper starts before each server and is nobody's child.
	it('openGauss’s helpers are no second server', async () => {
		expect(
			await serversOf([
				[11, '/data/omm/openGauss/gauss/app/bin/cm_agent'],
				[12, 'gaussdb fenced UDF master process'],
				[15, 'gaussdb fenc'],
				[13, '/data/omm/openGauss/gauss/app/bin/cm_server'],
				[14, '/data/omm/openGauss/gauss/app/bin/gaussdb -D /data/omm/openGauss/gauss/data/dn -M primary'],
			]),
		).toEqual([['opengauss', null, 14]]);
	});

	// Benchmarks and homework of the teaching database MiniOB.
	it('MiniOB is not OceanBase, wherever it lies', async () => {
		expect(
			await serversOf([
				[21, '/home/lab/oceanbase/miniob/build/bin/observer -p 6789 -P mysql -t mvcc -d disk'],
				[22, './build/bin/observer -P mysql -s /tmp/miniob.sock'],
			]),
		).toEqual([]);
		expect(await serversOf([[23, '/home/admin/myoceanbase/oceanbase/bin/observer -p 2881']])).toEqual([
			['oceanbase', null, 23],
		]);
	});

	// A cluster's scripts and a unit file of XuguDB 12.
	it('XuguDB is known by the name that its builds bear', async () => {
		expect(
			await serversOf([
				[31, '/opt/xugudb/BIN/xugu_linux_x86_64_20250327 --child'],
				[32, './bin/xugu-exporter-linux-amd64 --web.listen-address :9156'],
			]),
		).toEqual([['xugu', null, 31]]);
	});

	// Tools for the logs of TDSQL's nodes, and the version that one of its nodes gives.
	it('TDSQL is known by where it puts its nodes, and its kernel alone is not it', async () => {
		const text = 'mysqld  Ver 5.7.36-v17-txsql-22.6.8-20250218 for Linux on x86_64 (Source distribution)\n';
		const node = '/data/tdsql_run/8812/percona-5.7.17/bin/mysqld --defaults-file=/data/tdsql_run/8812/etc/my.cnf';
		expect(await serversOf([[41, node]], { 'mysqld --version': text })).toEqual([['tdsql', '5.7.36', 41]]);
		expect(await serversOf([], { 'mysqld --version': text })).toEqual([['txsql', '5.7.36', null]]);
	});

	it('PolarDB is known by its build’s directory', async () => {
		const command = '/home/postgres/tmp_polardb_pg_15_base/bin/postgres -D /home/postgres/primary';
		expect(await serversOf([[51, command]])).toEqual([['polardb', null, 51]]);
	});

	// A recipe for a container of TongWeb 8, and a note on stopping TongWeb 6.
	it('TongWeb’s versions are read from where each keeps them', async () => {
		expect(
			await serversOf([
				[
					61,
					'/usr/bin/java -server -Dtongweb.home=/opt/TongWeb -Dtongweb.base=/opt/TongWeb/domains/domain1 -javaagent:/opt/TongWeb/version8.0.8.2/boot/tongweb-bootstrap.jar -classpath /opt/TongWeb/version8.0.8.2/boot/tongweb-bootstrap.jar com.tongweb.main.TongWebMain start',
				],
				[
					62,
					'/home/jdk1.6.0_45/bin/java -Dtongweb.home=/home/TongWeb6.0 com.tongweb.web.thor.startup.ThorBootstrap start',
				],
			]),
		).toEqual([
			['tongweb', '8.0.8.2', 61],
			['tongweb', '6.0', 62],
		]);
	});

	// The text of version.sh as a collector of such facts keeps it.
	it('TongWeb’s own version script is believed before its directory’s name', async () => {
		const command = '/usr/bin/java -Dtongweb.home=/opt/tw7.0 com.tongweb.web.thor.startup.ThorBootstrap start';
		const text = '服务器：TongWeb 7.0.4.8，构建于：2022-12-22 11:33:59\nTW_Version_Number=7.0\n';
		expect(await serversOf([[71, command]], { 'version.sh': text })).toEqual([['tongweb', '7.0.4.8', 71]]);
	});

	// Starting scripts of applications that carry a server within.
	it('applications are not the server that their jar or directory is named after', async () => {
		expect(
			await serversOf([
				[81, 'java -Xmx1g -jar /data/tongweb/shop.jar'],
				[82, 'java -Xmx1g -jar /data/app/shop-tongweb.jar'],
				[83, 'java -Dcom.bes.enterprise.licenseDir=license -jar target/tsf-ribbon-server-bes.jar --server.port=18191'],
				[84, 'java -cp /opt/TongWeb7/lib/x.jar com.shop.Main'],
			]),
		).toEqual([]);
	});
});

describe('GaussDB’s version text names', () => {
	const gaussdb = (text: string) =>
		serversOf([[91, '/gauss/app/bin/gaussdb -D /gauss/data/db1 -M primary']], { 'gaussdb -V': `${text}\n` });

	it('GaussDB, when it is a release of Huawei’s', async () => {
		expect(
			await gaussdb(
				'gaussdb (GaussDB Kernel V500R002C00 build fab4f5ea) compiled at 2021-10-24 11:58:09 commit 3086 last mr 6592 release',
			),
		).toEqual([['gaussdb', 'V500R002C00', 91]]);
		expect(
			await gaussdb(
				'gaussdb (GaussDB Kernel 505.2.1 build 1da42ed9) compiled at 2024-09-20 11:58:09 commit 9967 last mr 19883 release',
			),
		).toEqual([['gaussdb', '505.2.1', 91]]);
	});

	// Two notes on openGauss print these: its own source says so when nobody sets its product's name.
	it('nothing, when openGauss was built from its source', async () => {
		for (const build of ['590b0f8e', '']) {
			const text = `gaussdb (GaussDB Kernel V500R002C00 build ${build}) compiled at 2022-03-11 18:54:26 commit 0 last mr  `;
			expect(await gaussdb(text)).toEqual([[null, null, 91]]);
		}
	});
});

describe('XuguDB that lies installed', () => {
	it('is found under any build’s name', async () => {
		using snapshot = writeSnapshot({ 'files/opt/XuguDB-12.9.9/Server/BIN/xugu_linux_aarch64_20250714': '' });
		const { databases } = await detectHost({ snapshot: snapshot.directory });
		expect(databases.map(({ id, version, state }) => [id.value, version.value, state])).toEqual([
			['xugu', '12.9.9', 'installed'],
		]);
	});
});

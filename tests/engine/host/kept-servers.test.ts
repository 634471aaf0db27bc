import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';
import { compilerPresent, freePort, StandIns, withoutCompiler } from './stand-ins.ts';

async function detect(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	return await detectHost({ snapshot: snapshot.directory });
}

const CONTAINER = 'f'.repeat(64);

/** One process as a snapshot keeps it. */
function process(pid: number, name: string, args: readonly string[], cgroup: string, port: number): Contents {
	return {
		[`files/proc/${pid}/stat`]: `${pid} (${name.slice(0, 15)}) S 1 ${pid} ${pid} 0`,
		[`files/proc/${pid}/cmdline`]: `${args.join('\0')}\0`,
		[`files/proc/${pid}/cgroup`]: cgroup,
		[`files/proc/${pid}/net/tcp`]: `  sl  local_address rem_address   st\n   0: 0100007F:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A 0:0 0:0 0 0 0 4242 1\n`,
		'links.json': JSON.stringify({ [`/proc/${pid}/exe`]: args[0], [`/proc/${pid}/fd/7`]: 'socket:[4242]' }),
		'listings.json': JSON.stringify({ '/proc': [String(pid)], [`/proc/${pid}/fd`]: ['7'] }),
	};
}

describe('Servers in containers and services', () => {
	it.each([
		['docker', `0::/system.slice/docker-${CONTAINER}.scope\n`],
		['docker', `12:memory:/docker/${CONTAINER}\n`],
		['kubernetes', `0::/kubepods.slice/kubepods-burstable.slice/cri-containerd-${CONTAINER}.scope\n`],
		['podman', `0::/machine.slice/libpod-${CONTAINER}.scope\n`],
	])('says that a database runs in a %s container, and does not start its program', async (engine, cgroup) => {
		const contents = process(77, 'dmserver', ['/opt/dmdbms/bin/dmserver', 'path=/data/DAMENG/dm.ini'], cgroup, 5236);
		const { databases } = await detect({ ...contents, 'commands/_opt_dmdbms_bin_disql help.stdout': 'disql V8\n' });
		expect(
			databases.map(({ id, port, container, version }) => [id.value, port.value, container.value, version.value]),
		).toEqual([['dameng', 5236, `${engine} ${'f'.repeat(12)}`, null]]);
	});

	it('names the service that a database belongs to', async () => {
		const { databases } = await detect(
			process(
				78,
				'kingbase',
				['/opt/Kingbase/ES/V8/Server/bin/kingbase', '-D', '/data'],
				'0::/system.slice/kingbase8d.service\n',
				54321,
			),
		);
		expect(databases.map(({ id, unit, container }) => [id.value, unit.value, container.value])).toEqual([
			['kingbase', 'kingbase8d.service', null],
		]);
	});

	it('gives no name to a process that only listens on a database’s port', async () => {
		const { databases, middleware } = await detect(process(79, 'agent', ['/opt/agent/bin/agent'], '0::/\n', 5236));
		expect([databases, middleware]).toEqual([[], []]);
	});
});

describe('Servers that are merely installed', () => {
	it('are found where their installers put them, with the version their programs tell', async () => {
		const { databases } = await detect({
			'files/opt/dmdbms/bin/dmserver': '',
			'files/opt/dmdbms/bin/dminit': '',
			'commands/_opt_dmdbms_bin_dminit help.stdout': 'initdb V8\ndb version: 0x7000c\n',
			'files/opt/Kingbase/ES/V9/Server/bin/kingbase': '',
			'commands/_opt_Kingbase_ES_V9_Server_bin_kingbase -V.stdout': 'KINGBASE (KingbaseES) V009R001C010\n',
			'files/opt/highgo/hgdb-see-4.5.8/bin/postgres': '',
			'files/usr/lib/postgresql/15/bin/postgres': '',
			'files/opt/gbase/bin/oninit': '',
			'commands/_opt_gbase_bin_onstat -.stdout': "shared memory not initialized for GBASEDBTSERVER 'gbase01'\n",
			'files/home/admin/oceanbase/bin/observer': '',
			'commands/_home_admin_oceanbase_bin_observer -V.stdout': 'observer (OceanBase_CE 4.1.0.1)\nREVISION: 1\n',
		});
		const found = Object.fromEntries(
			databases.map(({ id, version, state, pid }) => [id.value, [version.value, state, pid.value]]),
		);
		expect(found).toEqual({
			dameng: ['V8', 'installed', null],
			kingbase: ['V009R001C010', 'installed', null],
			highgo: ['4.5.8', 'installed', null],
			postgresql: ['15', 'installed', null],
			gbase8s: [null, 'installed', null],
			oceanbase: ['4.1.0.1', 'installed', null],
		});
	});

	it('are found at a place of their owner’s choice through their service', async () => {
		const { databases } = await detect({
			'files/etc/systemd/system/DmServiceDMSERVER.service':
				'[Service]\nExecStart=/srv/db/dm8/bin/DmServiceDMSERVER start\n',
			'files/srv/db/dm8/bin/dmserver': '',
		});
		expect(databases.map(({ id, unit, state }) => [id.value, unit.value, state])).toEqual([
			['dameng', 'DmServiceDMSERVER.service', 'installed'],
		]);
	});

	it('are found for application servers by a file that only they have', async () => {
		const { middleware } = await detect({
			'files/opt/TongWeb7.0.4.9_M1_Enterprise_Linux/bin/startservernohup.sh': '',
			'files/opt/AAS-V10/bin/startapusic': '',
			'files/opt/InforSuiteAS-9.1/license.infor': '',
			'files/usr/local/apache-tomcat-9.0.85/lib/catalina.jar': '',
			'files/opt/TongWebDocs/readme.txt': '',
		});
		const found = Object.fromEntries(middleware.map(({ id, version, state }) => [id.value, [version.value, state]]));
		expect(found).toEqual({
			tongweb: ['7.0.4.9_M1', 'installed'],
			apusic: ['10', 'installed'],
			inforsuite: ['9.1', 'installed'],
			tomcat: ['9.0.85', 'installed'],
		});
	});
});

const group = `/sys/fs/cgroup/systemd/docker/${'a'.repeat(64)}`;
function cgroupsWritable(): boolean {
	try {
		mkdirSync(group, { recursive: true });
		rmdirSync(group);
		return true;
	} catch {
		return false;
	}
}
const groups = compilerPresent && cgroupsWritable();

describe('A real control group', () => {
	it.skipIf(!groups)(
		`puts a running server into its container${groups ? '' : ` (skipped: needs cgroup v1 as root${withoutCompiler})`}`,
		async () => {
			const standIns = new StandIns();
			mkdirSync(group, { recursive: true });
			const own =
				readFileSync('/proc/self/cgroup', 'utf8')
					.split('\n')
					.find((line) => line.includes('name=systemd'))
					?.split(':')[2] ?? '/';
			try {
				const program = standIns.install('opt/dmdbms/bin/dmserver');
				const pid = await standIns.start(program, ['path=/x/dm.ini'], [await freePort()]);
				writeFileSync(join(group, 'cgroup.procs'), String(pid));
				const found = (await detectHost()).databases.filter((server) => server.pid.value === pid);
				expect(found.map(({ id, container }) => [id.value, container.value])).toEqual([
					['dameng', `docker ${'a'.repeat(12)}`],
				]);
				writeFileSync(join('/sys/fs/cgroup/systemd', own, 'cgroup.procs'), String(pid));
			} finally {
				standIns[Symbol.dispose]();
				await new Promise((resolve) => setTimeout(resolve, 200));
				rmdirSync(group);
			}
		},
	);
});

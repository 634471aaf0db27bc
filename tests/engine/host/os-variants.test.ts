import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

async function profileOf(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	return await detectHost({ snapshot: snapshot.directory });
}

async function osOf(contents: Contents) {
	return (await profileOf(contents)).os;
}

const osRelease = (text: string): Contents => ({ 'files/etc/os-release': text });

describe('Operating systems in the forms people send them', () => {
	it('is not fooled by the lsb-release that Linux WeChat leaves on Ubuntu', async () => {
		const lsb = 'DISTRIB_ID=Kylin\nDISTRIB_RELEASE=V10\nDISTRIB_CODENAME=kylin\nDISTRIB_DESCRIPTION="Kylin V10 SP1"\n';
		const ubuntu =
			'NAME="Ubuntu"\nVERSION="20.04.6 LTS (Focal Fossa)"\nID=ubuntu\nID_LIKE=debian\nPRETTY_NAME="Ubuntu 20.04.6 LTS"\nVERSION_ID="20.04"\n';
		const os = await osOf({ ...osRelease(ubuntu), 'files/etc/lsb-release': lsb });
		expect([os.id.value, os.version.value]).toEqual(['ubuntu', '20.04']);
		expect((await osOf({ 'files/etc/lsb-release': lsb })).id.value).toBeNull();
	});

	it('tells Kylin server 2403 from its code name and reads the build that nkvers prints', async () => {
		const nkvers = [
			'############## Kylin Linux Version #################',
			'Release:',
			'Kylin Linux Advanced Server release V10 (Halberd)',
			'',
			'Kernel:',
			'4.19.90-89.11.v2401.ky10.aarch64',
			'',
			'Build:',
			'Kylin Linux Advanced Server',
			'release V10 (SP3) /(Halberd)-aarch64-Build08/20240426',
			'#################################################',
		].join('\n');
		const text = 'NAME="Kylin Linux Advanced Server"\nVERSION="V10 (Halberd)"\nID="kylin"\nVERSION_ID="V10"\n';
		const os = await osOf({ ...osRelease(text), 'commands/nkvers.stdout': nkvers });
		expect([os.edition.value, os.version.value, os.release.value]).toEqual(['server', 'V10 SP3', 'Halberd']);
		expect(os.build.value).toBe('Kylin Linux Advanced Server release V10 (SP3) /(Halberd)-aarch64-Build08/20240426');
		expect(os.packageFormat.value).toBe('rpm');
	});

	it('reads Kylin desktop V4 from its number and UOS 25 from its code name', async () => {
		const old = await osOf(
			osRelease(
				'NAME="Kylin"\nVERSION="4.0-2 (juniper)"\nID=kylin\nID_LIKE=debian\nPRETTY_NAME="Kylin 4.0-2"\nVERSION_ID="4.0-2"\n',
			),
		);
		expect([old.id.value, old.edition.value, old.version.value, old.packageFormat.value, old.base.value]).toEqual([
			'kylin',
			'desktop',
			'V4',
			'deb',
			'Ubuntu 16.04',
		]);
		const uos = await osOf(
			osRelease('PRETTY_NAME="UOS Desktop 25"\nNAME="Uos"\nVERSION_ID="25"\nID=uos\nVERSION_CODENAME=snipe\n'),
		);
		expect([uos.id.value, uos.edition.value, uos.version.value, uos.packageFormat.value]).toEqual([
			'uos',
			'desktop',
			'25',
			'deb',
		]);
	});

	it('leaves the pack open for a code name it does not know', async () => {
		const os = await osOf(
			osRelease('NAME="Kylin Linux Advanced Server"\nVERSION="V10 (Newname)"\nID="kylin"\nVERSION_ID="V10"\n'),
		);
		expect([os.version.value, os.release.value]).toEqual(['V10', 'Newname']);
	});

	it('reads UOS desktop 1070 and the openEuler-based server 1050e', async () => {
		const desktop = await osOf({
			...osRelease('PRETTY_NAME="UOS Desktop 20 Pro"\nNAME="uos"\nVERSION_ID="20"\nID=uos\nVERSION_CODENAME=eagle\n'),
			'files/etc/os-version':
				'[Version] \nSystemName=UOS Desktop\nProductType=Desktop\nEditionName=Professional\nMajorVersion=20\nMinorVersion=1070\nOsBuild=11018.100.100\n',
		});
		expect([desktop.id.value, desktop.edition.value, desktop.release.value]).toEqual(['uos', 'desktop', '1070']);
		const server = await osOf({
			...osRelease(
				'PRETTY_NAME="UOS Server 20"\nNAME="UOS Server 20"\nVERSION_ID="20"\nID="uos"\nVERSION_CODENAME=fuyu\nPLATFORM_ID="platform:uel20"\n',
			),
			'files/etc/os-version':
				'[Version]\nSystemName=UOS Server\nProductType=Server\nEditionName=e\nMajorVersion=20\nMinorVersion=1050\n',
		});
		expect([server.edition.value, server.release.value, server.packageFormat.value, server.base.value]).toEqual([
			'server',
			'1050e',
			'rpm',
			'openEuler',
		]);
	});

	it.each([
		[
			'NAME="NeoKylin Linux Server"\nID="neokylin"\nID_LIKE="fedora"\n',
			{ 'files/etc/neokylin-release': 'NeoKylin Linux Advanced Server release V7Update6 (Chromium)\n' },
			'neokylin',
			'V7U6',
		],
		[
			'PRETTY_NAME="Debian NFSDesktop 11 (bullseye)"\nNAME="Debian NFSDesktop"\nVERSION_ID="11"\nID=debian\n',
			{},
			'nfs',
			'11',
		],
		['NAME="openKylin"\nVERSION="2.0 SP1 (nile)"\nID=openkylin\nVERSION_ID="2.0"\n', {}, 'openkylin', '2.0 SP1'],
		[
			'NAME="openEuler"\nVERSION="24.03 (LTS-SP1)"\nID="openEuler"\nVERSION_ID="24.03"\n',
			{},
			'openeuler',
			'24.03 LTS-SP1',
		],
		[
			'PRETTY_NAME="Loongnix GNU/Linux 20 (DaoXiangHu)"\nNAME="Loongnix GNU/Linux"\nVERSION_ID="20"\nID=Loongnix\n',
			{},
			'loongnix',
			'20',
		],
		["ID = 'Deepin'\nVERSION_ID='25'\n", {}, 'deepin', '25'],
	])('reads %j', async (text, more, id, version) => {
		const os = await osOf({ ...osRelease(text), ...more });
		expect([os.id.value, os.version.value]).toEqual([id, version]);
	});

	it('reads systems that have a release file and no os-release', async () => {
		expect((await osOf({ 'files/etc/linx-release': 'Linx GNU/Linux 6.0.60\n' })).id.value).toBe('linx');
		expect((await osOf({ 'files/etc/euleros-release': 'EulerOS release 2.0 (SP10)\n' })).version.value).toBe(
			'2.0 SP10',
		);
	});

	it('takes the package format from the database that is there, not from the name', async () => {
		const kylin = osRelease('NAME="Kylin Linux Advanced Server"\nVERSION="V10 (Lance)"\nID="kylin"\n');
		const deb = await osOf({ ...kylin, 'files/var/lib/dpkg/status': 'Package: dpkg\n' });
		expect([deb.packageFormat.value, deb.packageFormat.confidence]).toEqual(['deb', 'certain']);
		const rpm = await osOf({ ...kylin, 'files/usr/lib/sysimage/rpm/rpmdb.sqlite': 'x' });
		expect([rpm.packageFormat.value, rpm.packageFormat.confidence]).toEqual(['rpm', 'certain']);
		const both = await osOf({ ...kylin, 'files/var/lib/dpkg/status': 'x', 'files/var/lib/rpm/Packages': 'x' });
		expect([both.packageFormat.value, both.packageFormat.confidence]).toEqual(['rpm', 'likely']);
	});

	it('knows the two LoongArch worlds by their loader, the page size and the C library', async () => {
		const base = { 'commands/uname -m.stdout': 'loongarch64\n', 'commands/getconf PAGESIZE.stdout': '16384\n' };
		const old = await profileOf({
			...base,
			'files/lib64/ld.so.1': '',
			'commands/getconf GNU_LIBC_VERSION.stdout': 'glibc 2.28\n',
		});
		expect([old.runtime.abiWorld.value, old.runtime.pageSize.value, old.runtime.libc.version.value]).toEqual([
			'old',
			16384,
			'2.28',
		]);
		const recent = await profileOf({ ...base, 'files/lib64/ld-linux-loongarch-lp64d.so.1': '' });
		expect(recent.runtime.abiWorld.value).toBe('new');
	});

	it('names KYSEC and whether it controls execution', async () => {
		const text = 'KySec status: Normal\n\nexec control: on\nfile protect: on\nkmod protect: on\nthree admin : off\n';
		const { runtime } = await profileOf({ 'commands/getstatus.stdout': text });
		expect([runtime.securityModule.name.value, runtime.securityModule.state.value]).toEqual([
			'kysec',
			'Normal, exec control on',
		]);
	});
});

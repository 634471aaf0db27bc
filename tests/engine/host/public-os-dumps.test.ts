import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

/** [what was published, then by hand: id, edition, version, release, package format, base]. */
type Row = readonly [Contents, ...(string | null)[]];

async function osOf(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	const { os } = await detectHost({ snapshot: snapshot.directory });
	return os;
}

const osRelease = (...lines: readonly string[]): Contents => ({
	'files/etc/os-release': lines.map((line) => `${line}\n`).join(''),
});
const hostnamectl = (name: string): Contents => ({
	'commands/hostnamectl.stdout': `   Static hostname: lab\n  Operating System: ${name}\n            Kernel: Linux 5.10\n`,
});
const lsb = (id: string, description: string, kernel: string): Contents => ({
	'commands/lsb_release -a.stdout': `Distributor ID: ${id}\nDescription:    ${description}\nRelease:        V10\n`,
	'commands/uname -a.stdout': `Linux lab ${kernel}\n`,
});

const PUBLISHED: Readonly<Record<string, Row>> = {
	// Notes on building for NeoKylin print both of its own files.
	'NeoKylin’s .productinfo': [
		{
			'files/etc/.productinfo':
				'NeoKylin Linux Advanced Server\nrelease V7Update6/(Chromium)-x86_64\nb4.lic/20190820\n',
		},
		...['neokylin', 'server', 'V7U6', null, 'rpm', 'CentOS 7'],
	],
	'NeoKylin’s nkvers': [
		{
			'commands/nkvers.stdout':
				'############## NeoKylin Linux Version#################\nRelease:\nNeoKylin Linux Advanced Server release V7Update6 (Chromium)\n\nKernel:\n3.10.0-957.el7.x86_64\n',
		},
		...['neokylin', 'server', 'V7U6', null, 'rpm', 'CentOS 7'],
	],
	'Kylin’s .productinfo': [
		{
			'files/etc/.productinfo': 'Kylin Linux Advanced Server\nrelease V10 (SP1) /(Tercel)-aarch64-Build20/20210518\n',
		},
		...['kylin', 'server', 'V10 SP1', 'Tercel', 'rpm', 'openEuler'],
	],
	'Kylin’s nkvers': [
		{
			'commands/nkvers.stdout':
				'############## Kylin Linux Version #################\nRelease:\nKylin Linux Advanced Server release V10 (Lance)\n\nKernel:\n4.19.90-52.22.v2207.ky10.aarch64\n',
		},
		...['kylin', 'server', 'V10 SP3', 'Lance', 'rpm', 'openEuler'],
	],
	// A report on a numerical program on Phytium: its kernel is NeoKylin's "…ns7.15.aarch64".
	'Kylin V10 before its service packs': [
		osRelease(
			...['NAME="Kylin Linux Advanced Server"', 'VERSION="V10 (Azalea)"', 'ID="kylin"', 'ID_LIKE="fedora"'],
			...['VARIANT_ID="server"', 'VERSION_ID="V10"'],
		),
		...['kylin', 'server', 'V10', 'Azalea', 'rpm', null],
	],
	// A radar program's baseline document; the edition has a kernel line of its own.
	'Kylin V10 under a code name that tells no service pack': [
		osRelease('NAME="Kylin Linux Advanced Server"', 'VERSION="V10 (GFB)"', 'ID="kylin"', 'VERSION_ID="V10"'),
		...['kylin', 'server', 'V10', 'GFB', 'rpm', null],
	],
	// Notes on building Ceph on a Sunway: lsb_release and a kernel of Kylin's own.
	'lsb_release beside a kernel of the same maker': [
		lsb(
			'KylinAdvancedServer',
			'Kylin Linux Advanced Server release V10 (Tercel)',
			'4.19.90-25.0.v2111.ky10.sw_64 #1 SMP Mon Feb 28 14:55:25 CST 2022 sw_64 sw_64 sw_64 GNU/Linux',
		),
		...['kylin', 'server', 'V10 SP1', 'Tercel', 'rpm', 'openEuler'],
	],
	'lsb_release beside another’s kernel, as WeChat leaves it': [
		lsb('Kylin', 'Kylin V10 SP1', '6.8.0-40-generic #40~22.04.3-Ubuntu SMP x86_64 x86_64 x86_64 GNU/Linux'),
		...[null, null, null, null, null, null],
	],
	// A test of a collector: the desktop without its V.
	'Kylin whose version has no V': [
		osRelease('PRETTY_NAME="Kylin 10"', 'NAME="Kylin"', 'VERSION_ID="10"', 'ID="kylin"', 'ID_LIKE="debian"'),
		...['kylin', 'desktop', 'V10', null, 'deb', null],
	],
	// A package of WeChat for UOS carries the Home edition's file.
	'UOS Home, which writes its edition into the version': [
		osRelease(
			...['PRETTY_NAME="UnionTech OS Desktop 20 Home"', 'NAME="uos"', 'VERSION_ID="20 Home"', 'ID=uos'],
			'VERSION_CODENAME=eagle',
		),
		...['uos', 'desktop', '20', null, 'deb', 'Debian 10'],
	],
	// A blog on UOS 1060 prints the later form of this file.
	'UOS by product-info alone': [
		{
			'files/etc/product-info':
				'SystemName=UOS Desktop\nEditionName=Professional\nMajorVersion=20\nMinorVersion=1060\nProductName=professional\nBuildTime=20230706115222\nArch=aarch64\nOEM=\n',
		},
		...['uos', 'desktop', '20', '1060', 'deb', 'Debian 10'],
	],
	// An installation report of a database.
	'EulerOS, which runs its architecture into its service pack': [
		osRelease('NAME="EulerOS"', 'VERSION="2.0 (SP9x86_64)"', 'ID="euleros"', 'VERSION_ID="2.0"'),
		...['euleros', 'server', '2.0 SP9', null, 'rpm', null],
	],
	// A question on which package tool it has.
	'Alibaba Cloud Linux 4': [
		osRelease(
			...['NAME="Alibaba Cloud Linux"', 'VERSION="4"', 'ID="alinux"', 'ID_LIKE="anolis"', 'VERSION_ID="4"'],
			...['ALINUX_MINOR_ID="0"', 'ALINUX_UPDATE_ID="1"', 'PRETTY_NAME="Alibaba Cloud Linux 4.0.1 (Pro Edition)"'],
		),
		...['alinux', 'server', '4', '4.0.1', 'rpm', null],
	],
	// A search engine's list of platforms.
	'Loongnix’s server by its line': [
		{ 'files/etc/system-release': 'Loongnix-Server Linux release 8.4.1\n' },
		...['loongnix', 'server', '8.4.1', null, 'rpm', null],
	],
	// A collection of release files.
	'TencentOS by its line, which says no “release”': [
		{ 'files/etc/tlinux-release': 'TencentOS Server 2.4 (Final)\n' },
		...['tencentos', 'server', '2.4', null, 'rpm', null],
	],
	KeyarchOS: [
		osRelease('NAME="KeyarchOS"', 'VERSION="5.8"', 'ID="kos"', 'VERSION_ID="5.8"', 'PRETTY_NAME="KeyarchOS 5.8"'),
		...['kos', 'server', '5.8', null, 'rpm', 'Anolis OS 8'],
	],
	'Alpine, which has neither kind of package': [
		osRelease('NAME="Alpine Linux"', 'ID=alpine', 'VERSION_ID=3.19.1', 'PRETTY_NAME="Alpine Linux v3.19"'),
		...['alpine', null, '3.19.1', null, 'other', null],
	],
	'Loong Arch Linux': [
		osRelease('NAME="Loong Arch Linux"', 'ID=archlinux', 'ID_LIKE=arch', 'BUILD_ID=rolling'),
		...['archlinux', null, null, null, 'other', null],
	],
	'a base’s line, whoever built on it': [
		{ 'files/etc/redhat-release': 'Rocky Linux release 9.2 (Blue Onyx)\n' },
		...[null, null, null, null, null, null],
	],
};

const BY_NAME: Readonly<Record<string, readonly (string | null)[]>> = {
	'openEuler 22.03 (LTS-SP3)': ['openeuler', 'server', '22.03 LTS-SP3'],
	'EulerOS 2.0 (SP12x86_64)': ['euleros', 'server', '2.0 SP12'],
	'Huawei Cloud EulerOS 2.0 (x86_64)': ['hce', 'server', '2.0'],
	'UnionTech OS Desktop 20 Pro': ['uos', 'desktop', '20'],
	'Kylin V10 SP1': ['kylin', 'desktop', 'V10 SP1'],
	'openKylin 2.0 SP1': ['openkylin', 'desktop', '2.0 SP1'],
	'Alibaba Cloud Linux 3.2104 U12 (OpenAnolis Edition)': ['alinux', 'server', '3'],
	'NeoKylin Linux Advanced Server V7 (Stahl)': ['neokylin', 'server', 'V7'],
	'BigCloud Enterprise Linux For Euler 21.10 (LTS-SP2)': ['bclinux', 'server', '21.10'],
	'NewStart CGSL MAIN 6.06': ['cgsl', 'server', '6.06'],
	'CULinux 3.0 (Core)': ['culinux', 'server', '3.0'],
	'Rocky Linux 9.2 (Blue Onyx)': ['rocky', 'server', '9.2'],
	'Alpine Linux v3.19': ['alpine', null, '3.19'],
};

describe('A published release file', () => {
	it.each(Object.entries(PUBLISHED))('of %s', async (_form, [contents, ...expected]) => {
		const os = await osOf(contents);
		expect([os.id, os.edition, os.version, os.release, os.packageFormat, os.base].map(({ value }) => value)).toEqual(
			expected,
		);
	});

	it('whose ID was lent to it by its owner, so that an installer takes it, is contradicted by its name', async () => {
		const os = await osOf(
			osRelease('NAME="TencentOS Server"', 'ID="rocky"', 'VERSION_ID="8.6"', 'PRETTY_NAME="TencentOS Server 3.1"'),
		);
		expect([os.id.value, os.id.confidence, os.id.conflicts?.[0]?.value]).toEqual(['rocky', 'likely', 'tencentos']);
	});
});

describe('A damaged release file', () => {
	const said = async (...lines: readonly string[]) => {
		const { id, edition, version, release, packageFormat } = await osOf(osRelease(...lines));
		return [id, edition, version, release, packageFormat].map(({ value }) => value);
	};

	it('gives no value whose closing quote is gone', async () => {
		expect(await said('NAME="Huawei Cloud EulerOS"', 'VERSION_ID="2.', 'ID="hce"')).toEqual([
			...['hce', 'server', null, null, 'rpm'],
		]);
		expect((await said('NAME="openKylin"', 'VERSION="2.', 'ID=openkylin', 'PRETTY_NAME="openKylin 2.0 SP1"'))[2]).toBe(
			'2.0 SP1',
		);
	});

	it('whose ID is the beginning of a longer one is told by its name', async () => {
		expect((await said('NAME="Kylin"', 'ID=ky', 'PRETTY_NAME="Kylin V11"', 'VERSION_ID="v11"')).slice(0, 3)).toEqual([
			...['kylin', 'desktop', 'V11'],
		]);
		expect((await said('NAME="uos"', 'ID=u', 'PRETTY_NAME="UnionTech OS Desktop 20 Home"'))[0]).toBe('uos');
	});

	it('gives no release that lacks its first half', async () => {
		expect(await said('ID="alinux"', 'VERSION_ID=', 'ALINUX_MINOR_ID="0"', 'ALINUX_UPDATE_ID="1"')).toEqual([
			...['alinux', 'server', null, null, 'rpm'],
		]);
	});

	it('leaves Loongnix’s edition open where nothing tells its desktop from its server', async () => {
		const { id, edition, packageFormat } = await osOf({ 'files/etc/system-release': 'Loongnix\n' });
		expect([id.value, edition.value, packageFormat.value]).toEqual(['loongnix', null, null]);
	});
});

describe('A name that hostnamectl printed', () => {
	it.each(Object.entries(BY_NAME))('“%s”', async (name, expected) => {
		const os = await osOf(hostnamectl(name));
		expect([os.id.value, os.edition.value, os.version.value]).toEqual(expected);
	});
});

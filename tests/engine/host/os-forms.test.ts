import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

/** [what was collected, then by hand from the facts: id, edition, version, release, package format, base]. */
type Row = readonly [Contents, ...(string | null)[]];

async function answerFor(contents: Contents): Promise<(string | null)[]> {
	using snapshot = writeSnapshot(contents);
	const { os } = await detectHost({ snapshot: snapshot.directory });
	return [os.id, os.edition, os.version, os.release, os.packageFormat, os.base].map(({ value }) => value);
}

const etc = (name: string, text: string): Contents => ({ [`files/etc/${name}`]: text });
const osRelease = (lines: Readonly<Record<string, string>>): Contents =>
	etc(
		'os-release',
		Object.entries(lines)
			.map(([key, value]) => `${key}="${value}"\n`)
			.join(''),
	);
const osVersion = (lines: Readonly<Record<string, string>>): Contents =>
	etc(
		'os-version',
		`[Version]\n${Object.entries(lines)
			.map(([key, value]) => `${key}=${value}\n`)
			.join('')}`,
	);
const kyinfo = (milestone: string, name = 'Kylin'): Contents =>
	etc('.kyinfo', `[dist]\nname=${name}\nmilestone=${milestone}\narch=arm64\n\n[servicekey]\nkey=0123456\n`);

const KYLIN: Readonly<Record<string, Row>> = {
	'a server by its release line alone': [
		etc('kylin-release', 'Kylin Linux Advanced Server release V10 (SP1) /(Tercel)-aarch64-Build20/20210518\n'),
		...['kylin', 'server', 'V10 SP1', 'Tercel', 'rpm', 'openEuler'],
	],
	'a code name in small letters': [
		osRelease({ NAME: 'Kylin Linux Advanced Server', VERSION: 'V10 (sword)', ID: 'kylin', VERSION_ID: 'V10' }),
		...['kylin', 'server', 'V10 SP2', 'Sword', 'rpm', 'openEuler'],
	],
	'a pack that stands where others have the code name': [
		osRelease({ NAME: 'Kylin Linux Advanced Server', VERSION: 'V10 (SP3)', ID: 'kylin', VERSION_ID: 'V10' }),
		...['kylin', 'server', 'V10 SP3', null, 'rpm', 'openEuler'],
	],
	'V11 desktop without a word of its edition': [
		osRelease({ NAME: 'Kylin', ID: 'kylin', PRETTY_NAME: 'Kylin V11', VERSION_ID: 'v11', KYLIN_RELEASE_ID: '2503' }),
		...['kylin', 'desktop', 'V11', '2503', 'deb', 'openKylin 2.0'],
	],
	'V4, whose name leaves the edition open': [
		osRelease({ NAME: 'Kylin', VERSION: '4.0.2 (juniper)', ID: 'kylin', ID_LIKE: 'debian', VERSION_ID: '4.0.2' }),
		...['kylin', null, 'V4', null, 'deb', 'Ubuntu'],
	],
	'the V4 server by its milestone': [
		kyinfo('4.0.2-server-sp3'),
		...['kylin', 'server', 'V4 SP3', null, 'deb', 'Ubuntu'],
	],
	'a desktop by .kyinfo alone': [
		kyinfo('Desktop-V10-SP1-Release-2303-update2', 'Kylin-Desktop'),
		...['kylin', 'desktop', 'V10 SP1', '2303', 'deb', 'Ubuntu 20.04'],
	],
	'an os-release that ends within its ID': [
		etc('os-release', 'NAME="Kylin Linux Advanced Server"\nVERSION="V10 (Lance)"\nID=kyl'),
		...['kylin', 'server', 'V10 SP3', 'Lance', 'rpm', 'openEuler'],
	],
	'nothing but hostnamectl': [
		{ 'commands/hostnamectl.stdout': '  Operating System: Kylin Linux Advanced Server V10 (Lance)\n' },
		...['kylin', 'server', 'V10 SP3', 'Lance', 'rpm', 'openEuler'],
	],
	// Linux WeChat leaves this file on Ubuntu.
	'nothing but lsb_release, which proves nothing': [
		{ 'commands/lsb_release -a.stdout': 'Distributor ID:\tKylin\nDescription:\tKylin V10 SP1\nRelease:\tv10\n' },
		...[null, null, null, null, null, null],
	],
};

const UOS: Readonly<Record<string, Row>> = {
	'a desktop by os-version alone, edited on Windows': [
		etc(
			'os-version',
			'\ufeff[Version] \r\nSystemName=UOS Desktop\r\nProductType=Desktop\r\nMajorVersion=20\r\nMinorVersion=1070\r\n',
		),
		...['uos', 'desktop', '20', '1070', 'deb', 'Debian 10'],
	],
	'server a': [
		{
			...osRelease({ ID: 'uos', PLATFORM_ID: 'platform:uelc20', VERSION_ID: '20' }),
			...osVersion({
				SystemName: 'UOS Server',
				ProductType: 'Server',
				EditionName: 'a',
				MajorVersion: '20',
				MinorVersion: '1060',
			}),
		},
		...['uos', 'server', '20', '1060a', 'rpm', 'Anolis OS 8'],
	],
	'server d, the Debian among them': [
		osVersion({
			SystemName: 'UOS Server',
			ProductType: 'Server',
			EditionName: 'd',
			MajorVersion: '20',
			MinorVersion: '1050',
		}),
		...['uos', 'server', '20', '1050d', 'deb', 'Debian 10'],
	],
	'a server by the line in uos-release': [
		etc('uos-release', 'UnionTech OS Server release 20 (kongzi)\n'),
		...['uos', 'server', '20', null, 'rpm', 'Anolis OS 8'],
	],
	'a server by the line in system-release': [
		etc('system-release', 'UnionTech OS Server release 20 (fuyu)\n'),
		...['uos', 'server', '20', null, 'rpm', 'openEuler'],
	],
};

const OTHERS: Readonly<Record<string, Row>> = {
	'NeoKylin, whose redhat-release names its base': [
		{
			...etc('neokylin-release', 'NeoKylin Linux Advanced Server release 7.0 V7Update6 (Chromium)\n'),
			...etc('redhat-release', 'Red Hat Enterprise Linux Server release 7.6 (Maipo)\n'),
		},
		...['neokylin', 'server', 'V7U6', null, 'rpm', 'CentOS 7'],
	],
	'a base’s name alone, which names no system': [
		etc('redhat-release', 'Red Hat Enterprise Linux Server release 7.6 (Maipo)\n'),
		...[null, null, null, null, null, null],
	],
	'deepin 15 by deepin-version': [
		etc('deepin-version', '[Release]\nVersion=15.11\nType=Desktop\n'),
		...['deepin', 'desktop', '15.11', null, 'deb', 'Debian'],
	],
	'Linx 6.0.60, which has no os-release': [
		etc('linx-release', '6.0.60\n'),
		...['linx', null, '6.0.60', null, 'deb', 'Debian 6'],
	],
	'Linx over the ID and the number of its base': [
		{
			...osRelease({ PRETTY_NAME: 'Linx GNU/Linux 6.0.100', NAME: 'Linx GNU/Linux', VERSION_ID: '10', ID: 'debian' }),
			...etc('linx-release', 'LinxOS 6.0.100\n'),
		},
		...['linx', null, '6.0.100', null, 'deb', 'Debian 10'],
	],
	'Linx on openEuler': [
		etc('linx-release', 'LinxOS release 6.0.99\n'),
		...['linx', null, '6.0.99', null, 'rpm', 'openEuler'],
	],
	'KylinSec, no relation of Kylin’s': [
		etc('kylinsec-release', 'Kylinsec release 3.4-4A\n'),
		...['kylinsec', 'server', '3.4-4A', null, 'rpm', 'openEuler'],
	],
	'CGSL by its line': [
		etc('system-release', 'NewStart CGSL MAIN 6.06\n'),
		...['cgsl', 'server', '6.06', null, 'rpm', null],
	],
	'Anolis by its line': [
		etc('anolis-release', 'Anolis OS release 8.6\n'),
		...['anolis', 'server', '8.6', null, 'rpm', null],
	],
	'an NFS server, whose packages its likeness tells': [
		osRelease({ NAME: 'NFSChina Server', ID: 'nfs', ID_LIKE: 'rhel fedora', VERSION_ID: '4.0' }),
		...['nfs', 'server', '4.0', null, 'rpm', null],
	],
	'BCLinux from before Anolis': [
		osRelease({ NAME: 'BigCloud Enterprise Linux', ID: 'bclinux', VERSION_ID: '8.2' }),
		...['bclinux', 'server', '8.2', null, 'rpm', 'CentOS 8'],
	],
	'BCLinux for Euler': [
		osRelease({
			ID: 'bclinux',
			VERSION_ID: '21.10',
			PRETTY_NAME: 'BigCloud Enterprise Linux For Euler 21.10 (LTS-SP2)',
		}),
		...['bclinux', 'server', '21.10', null, 'rpm', 'openEuler'],
	],
	'Ubuntu Kylin, which is Ubuntu': [
		osRelease({ NAME: 'Ubuntu Kylin', ID: 'ubuntu', PRETTY_NAME: 'Ubuntu Kylin 22.04.2 LTS', VERSION_ID: '22.04' }),
		...['ubuntu', null, '22.04', null, 'deb', null],
	],
	'a system that we have never heard of': [
		osRelease({ NAME: 'Some Server OS', ID: 'someos', ID_LIKE: 'centos rhel fedora', VERSION_ID: '4.2' }),
		...['someos', 'server', '4.2', null, 'rpm', null],
	],
};

describe.each([
	['Kylin', KYLIN],
	['UOS', UOS],
	['Other systems', OTHERS],
])('%s is told from', (_system, rows) => {
	it.each(Object.entries(rows))('%s', async (_form, [contents, ...expected]) => {
		expect(await answerFor(contents)).toEqual(expected);
	});
});

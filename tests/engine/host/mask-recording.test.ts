import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { maskCommand } from '../../../engine/host/masking/mask-command.ts';
import { maskFile } from '../../../engine/host/masking/mask-file.ts';
import { maskRecording } from '../../../engine/host/masking/mask-recording.ts';
import { maskText } from '../../../engine/host/masking/mask-text.ts';

describe('Raw files and answers are masked before they leave', () => {
	it('hides the Kylin service key and keeps what names the system', () => {
		const text =
			'[dist]\nname=Kylin\ndist_id=Kylin-Desktop-V10\n\n[servicekey]\nkey=0123456\n\n[os]\nto=ABCDEF\nterm=2026-03-01\n';
		const masked = maskFile('/etc/.kyinfo', text, []);
		expect(masked).toContain('dist_id=Kylin-Desktop-V10');
		expect(masked).toContain('term=2026-03-01');
		expect(masked).not.toMatch(/0123456|ABCDEF/u);
	});

	it('hides serials, tags and the UUID in the firmware tables', () => {
		const text =
			'System Information\n\tManufacturer: Phytium\n\tSerial Number: AB12\n\tUUID: 1234-5678\n\tAsset Tag: T9\n';
		const masked = maskCommand(['dmidecode'], text, []);
		expect(masked).toContain('Manufacturer: Phytium');
		expect(masked).not.toMatch(/AB12|1234-5678|T9/u);
		expect(maskCommand(['sudo', 'dmidecode', '-t', '1'], text, [])).toBe(masked);
	});

	it('keeps listening sockets only, so that no peer is told', () => {
		const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
		const listening =
			'   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000   100        0 4242 1';
		const open = '   1: 0A00020F:0016 0A000202:C001 01 00000000:00000000 02:0009EFCB 00000000     0        0 777 2';
		expect(maskFile('/proc/12/net/tcp', `${head}\n${listening}\n${open}\n`, [])).toBe(`${head}\n${listening}`);
	});

	it('hides passwords and the host name in arguments', () => {
		const text = [
			'java',
			'-Ddb.password=geheim1',
			'--token=geheim2',
			'jdbc:dm://user:geheim3@db',
			'--host=lab-07.example',
		].join('\0');
		const masked = maskFile('/proc/12/cmdline', text, ['lab-07.example']);
		expect(masked).not.toMatch(/geheim|lab-07/u);
		expect(masked.split('\0')).toHaveLength(5);
		expect(masked).toContain('-Ddb.password=***');
	});

	it('hides a password that is an argument of its own, and addresses of other machines, but no version', () => {
		const text = [
			'app',
			'--password',
			'geheim4',
			'-Ddb=jdbc:dm://10.1.2.3:5236',
			'127.0.0.1:6379',
			'/opt/TongWeb7.0.4.9/x',
		];
		const masked = maskFile('/proc/12/cmdline', text.join('\0'), []).split('\0');
		expect(masked).toEqual([
			'app',
			'--password',
			'***',
			'-Ddb=jdbc:dm://***:5236',
			'127.0.0.1:6379',
			'/opt/TongWeb7.0.4.9/x',
		]);
	});

	it('keeps the disks of the mount table and neither servers nor their users', () => {
		const text =
			'/dev/sda1 / ext4 rw,seclabel 0 0\n//nas/share /mnt cifs rw,username=zhangsan,addr=10.1.2.3 0 0\nzhang@host:/x /m fuse.sshfs rw 0 0\n/dev/sdb1 /media/zhangsan/USB vfat rw,uid=1000 0 0\n';
		expect(maskFile('/proc/self/mounts', text, [])).toBe(
			'/dev/sda1 / ext4 - 0 0\n/dev/sdb1 /media/***/USB vfat - 0 0\n',
		);
	});

	it('keeps of the firmware tables what a detection reads, and none of the makers’ own', () => {
		const text =
			'# dmidecode 3.3\n\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: Great Wall\n\nHandle 0x0020, DMI type 11, 5 bytes\nOEM Strings\n\tString 1: TAG-SECRET\n\nHandle 0x0021, DMI type 42, 5 bytes\nManagement Controller Host Interface\n\tRedfish Service IP Address: 10.1.2.3\n';
		const masked = maskCommand(['dmidecode'], text, []);
		expect(masked).toContain('Great Wall');
		expect(masked).not.toMatch(/SECRET|10\.1/u);
	});

	it('hides serials and addresses in what CUPS, SANE and chrony say', () => {
		expect(maskCommand(['lpstat', '-v'], 'device for laser: usb://Pantum/P2500?serial=S1\n', [])).toBe(
			'device for laser: usb://***\n',
		);
		const sane = "device `pixma:04A91913_49D1FD' is a CANON CanoScan LiDE 110 flatbed scanner\n";
		expect(maskCommand(['scanimage', '-L'], sane, [])).toBe(sane.replace('04A91913_49D1FD', '***'));
		const chrony = 'Reference ID    : 0A010203 (10.1.2.3)\nLeap status     : Normal\n';
		expect(maskCommand(['chronyc', '-n', 'tracking'], chrony, [])).not.toContain('10.1.2.3');
	});

	it('hides the MAC address in an interface’s name', () => {
		expect(maskText('/sys/class/net/enx00e04c680001/address', [])).toBe('/sys/class/net/enx00e04c***/address');
	});

	it('tells nothing but the name of what people run, and all of a server', async () => {
		const files = new Map([
			['/proc/50/stat', '50 (python3) S 1 0'],
			['/proc/50/cmdline', 'python3\0/home/zhangsan/salaries.py\0'],
			['/proc/99/stat', '99 (kingbase) S 1 0'],
			['/proc/99/cmdline', '/opt/Kingbase/ES/V8/Server/bin/kingbase\0-D\0/data\0'],
		]);
		const links = new Map([
			['/proc/50/cwd', '/home/zhangsan'],
			['/proc/99/cwd', '/data'],
		]);
		const recording = { files, links, listings: new Map(), commands: new Map(), environment: new Map() };
		const profile = await detectHost({ snapshot: import.meta.dirname });
		const [pid, id] = [{ value: 99, source: '', confidence: null, evidence: [] }, profile.os.id];
		const database = {
			id,
			name: id,
			version: id,
			edition: id,
			port: pid,
			pid,
			dataDirectory: id,
			compatibilityMode: id,
		};
		const masked = maskRecording(recording, {
			...profile,
			databases: [{ ...database, unit: id, socket: id, container: id, state: 'running' }],
		});
		expect([...masked.files.keys()]).toEqual(['/proc/50/stat', '/proc/99/stat', '/proc/99/cmdline']);
		expect([...masked.links.keys()]).toEqual(['/proc/99/cwd']);
	});

	it('does not touch a system file that happens to hold the host name', () => {
		expect(maskFile('/etc/os-release', 'ID=debian\nNAME="Debian"\n', ['debian'])).toContain('ID=debian');
	});
});

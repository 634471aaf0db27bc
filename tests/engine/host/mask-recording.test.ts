import { describe, expect, it } from 'vitest';
import { maskCommand, maskFile } from '../../../engine/host/masking/mask-recording.ts';

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

	it('does not touch a system file that happens to hold the host name', () => {
		expect(maskFile('/etc/os-release', 'ID=debian\nNAME="Debian"\n', ['debian'])).toContain('ID=debian');
	});
});

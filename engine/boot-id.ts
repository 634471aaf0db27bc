import { readFileSync } from 'node:fs';

/** Changes with every start of the machine (Linux random(4)). SHIPEI_BOOT_ID stands in for it where a test plays a reboot. */
export function readBootId(): string {
	if (process.env.SHIPEI_BOOT_ID !== undefined) return process.env.SHIPEI_BOOT_ID;
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	} catch {
		return 'unknown';
	}
}

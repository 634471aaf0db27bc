import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';

type SecurityModule = HostProfile['runtime']['securityModule'];

/** KYSEC (Kylin) before SELinux before AppArmor: a Kylin desktop has AppArmor in its kernel and KYSEC in charge. */
export async function detectSecurityModule(source: Source): Promise<SecurityModule> {
	return (await kysec(source)) ?? (await selinux(source)) ?? (await apparmor(source)) ?? (await none(source));
}

/** "KySec status: Normal" and the lines after it: exec control, file protect, kmod protect, three admin. */
async function kysec(source: Source): Promise<SecurityModule | undefined> {
	const present =
		source.origin === 'snapshot' ||
		(await source.list('/sys/kernel/security'))?.includes('kysec') === true ||
		(await source.list('/etc/kysec')) !== undefined;
	const answer = present ? await source.run(['getstatus']) : undefined;
	const status = /^\s*KySec status\s*:\s*(\S.*)$/imu.exec(answer?.stdout ?? '');
	if (status?.[1] === undefined) return undefined;
	const control = /^\s*exec control\s*:\s*(\S+)/imu.exec(answer?.stdout ?? '');
	const state = control?.[1] === undefined ? status[1].trim() : `${status[1].trim()}, exec control ${control[1]}`;
	return {
		name: certain('kysec', evidence('getstatus', status[0].trim())),
		state: certain(state, evidence('getstatus', (control ?? status)[0].trim())),
	};
}

async function selinux(source: Source): Promise<SecurityModule | undefined> {
	const path = '/sys/fs/selinux/enforce';
	const enforce = (await source.readText(path))?.trim();
	if (enforce !== '0' && enforce !== '1') return undefined;
	const line = evidence(path, enforce);
	return { name: certain('selinux', line), state: certain(enforce === '1' ? 'enforcing' : 'permissive', line) };
}

async function apparmor(source: Source): Promise<SecurityModule | undefined> {
	const path = '/sys/module/apparmor/parameters/enabled';
	const enabled = (await source.readText(path))?.trim();
	if (enabled !== 'Y') return undefined;
	return { name: certain('apparmor', evidence(path, enabled)), state: certain('enabled', evidence(path, enabled)) };
}

async function none(source: Source): Promise<SecurityModule> {
	const path = '/sys/kernel/security/lsm';
	const modules = (await source.readText(path))?.trim();
	if (modules === undefined)
		return { name: unknown('the list of security modules is not readable'), state: unknown('no module is named') };
	return { name: likely('none', evidence(path, modules)), state: unknown('no module is named') };
}

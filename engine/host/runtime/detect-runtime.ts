import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, numberOf, textOf, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import { detectDesktop, detectDisplayServer } from './desktop.ts';
import { detectAbiWorld, detectLibc, detectLoader } from './libc.ts';
import type { ProcessTable } from './processes.ts';
import { detectSecurityModule } from './security-module.ts';

export async function detectRuntime(
	source: Source,
	isa: string | null,
	processes: ProcessTable,
): Promise<HostProfile['runtime']> {
	const [
		kernel,
		pageSize,
		libc,
		loader,
		init,
		desktop,
		displayServer,
		locale,
		timeZone,
		securityModule,
		taint,
		bootId,
	] = await Promise.all([
		detectKernel(source),
		detectPageSize(source),
		detectLibc(source),
		detectLoader(source, isa),
		detectInit(source),
		detectDesktop(source, processes),
		detectDisplayServer(source, processes),
		detectLocale(source),
		detectTimeZone(source),
		detectSecurityModule(source),
		source.readText('/proc/sys/kernel/tainted'),
		source.readText('/proc/sys/kernel/random/boot_id'),
	]);
	return {
		kernel,
		pageSize,
		libc,
		loader,
		abiWorld: detectAbiWorld(isa, loader),
		init,
		desktop,
		displayServer,
		locale,
		timeZone,
		securityModule,
		kernelTaint: numberOf(taint, '/proc/sys/kernel/tainted'),
		bootId: textOf(bootId, '/proc/sys/kernel/random/boot_id'),
	};
}

async function detectKernel(source: Source): Promise<Field<string>> {
	const path = '/proc/sys/kernel/osrelease';
	const field = textOf(await source.readText(path), path);
	if (field.value !== null) return field;
	const version = /^Linux version (\S+)/u.exec((await source.readText('/proc/version')) ?? '');
	if (version?.[1] !== undefined) return certain(version[1], evidence('/proc/version', version[0]));
	const answer = await source.run(['uname', '-r']);
	return textOf(answer?.stdout, 'uname -r');
}

async function detectPageSize(source: Source): Promise<Field<number>> {
	for (const argv of [
		['getconf', 'PAGESIZE'],
		['getconf', 'PAGE_SIZE'],
	]) {
		const answer = await source.run(argv);
		const number = Number(answer?.stdout.trim());
		if (answer?.exitCode === 0 && number > 0) return certain(number, evidence(argv.join(' '), answer.stdout.trim()));
	}
	return unknown('getconf does not answer');
}

async function detectInit(source: Source): Promise<Field<string>> {
	const comm = (await source.readText('/proc/1/comm'))?.trim();
	if (comm === undefined) return unknown('process 1 is not readable');
	const line = evidence('/proc/1/comm', comm);
	if (comm === 'systemd') return certain('systemd', line);
	if (comm === 'init' || comm === 'busybox') return certain('sysvinit', line);
	return certain(comm, line);
}

async function detectLocale(source: Source): Promise<Field<string>> {
	for (const name of ['LC_ALL', 'LANG']) {
		const value = await source.environment(name);
		if (value !== undefined && value !== '' && !/^(?:C|POSIX)\b/u.test(value))
			return certain(value, evidence(`$${name}`, value));
	}
	for (const path of ['/etc/locale.conf', '/etc/default/locale']) {
		const match = /^\s*LANG=["']?([^"'\s]+)/mu.exec((await source.readText(path)) ?? '');
		if (match?.[1] !== undefined) return certain(match[1], evidence(path, match[0].trim()));
	}
	const value = await source.environment('LANG');
	return value === undefined || value === '' ? unknown('no locale is set') : certain(value, evidence('$LANG', value));
}

async function detectTimeZone(source: Source): Promise<Field<string>> {
	const link = await source.readLink('/etc/localtime');
	const zone = /zoneinfo\/(.+)$/u.exec(link ?? '')?.[1];
	if (zone !== undefined && link !== undefined) return certain(zone, evidence('/etc/localtime', link));
	return textOf(await source.readText('/etc/timezone'), '/etc/timezone');
}

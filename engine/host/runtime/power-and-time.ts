import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, textOf, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import type { ProcessTable } from './processes.ts';

const SUPPLIES = '/sys/class/power_supply';

export async function detectPower(source: Source): Promise<HostProfile['power']> {
	const [profile, governor, supplies] = await Promise.all([
		source.readText('/sys/firmware/acpi/platform_profile'),
		source.readText('/sys/devices/system/cpu/cpufreq/policy0/scaling_governor'),
		readSupplies(source),
	]);
	return {
		profile: textOf(profile, '/sys/firmware/acpi/platform_profile'),
		governor: textOf(governor, '/sys/devices/system/cpu/cpufreq/policy0/scaling_governor'),
		onBattery: onBattery(supplies),
		batteries: supplies
			.filter(({ type }) => type === 'Battery')
			.map(({ name, model, capacity }) => ({ name, model, capacity })),
	};
}

interface Supply {
	readonly name: string;
	readonly type: string;
	readonly online: string | undefined;
	readonly model: Field<string>;
	readonly capacity: Field<number>;
}

async function readSupplies(source: Source): Promise<Supply[]> {
	const names = (await source.list(SUPPLIES)) ?? [];
	return Promise.all(
		names.map(async (name) => {
			const file = (key: string) => source.readText(`${SUPPLIES}/${name}/${key}`);
			const [type, online, model, energy, charge, volts] = await Promise.all([
				file('type'),
				file('online'),
				file('model_name'),
				file('energy_full_design'),
				file('charge_full_design'),
				file('voltage_min_design'),
			]);
			const path = `${SUPPLIES}/${name}`;
			return {
				name,
				type: type?.trim() ?? '',
				online: online?.trim(),
				model: textOf(model, `${SUPPLIES}/${name}/model_name`),
				capacity: capacityOf(path, energy, charge, volts),
			};
		}),
	);
}

/** Batteries count energy (µWh), or charge (µAh) at a nominal voltage (µV). */
function capacityOf(
	path: string,
	energy: string | undefined,
	charge: string | undefined,
	volts: string | undefined,
): Field<number> {
	if (Number(energy) > 0)
		return certain(Number(energy) / 1e6, evidence(`${path}/energy_full_design`, energy?.trim() ?? ''));
	const wattHours = (Number(charge) * Number(volts)) / 1e12;
	if (!(wattHours > 0)) return unknown('the battery does not say');
	const lines = [`charge_full_design`, `voltage_min_design`].map((file, index) =>
		evidence(`${path}/${file}`, (index === 0 ? charge : volts)?.trim() ?? ''),
	);
	return likely(Math.round(wattHours * 100) / 100, ...lines);
}

function onBattery(supplies: readonly Supply[]): Field<boolean> {
	const mains = supplies.filter(({ type }) => type === 'Mains' || type === 'USB');
	const plugged = mains.find(({ online }) => online === '1');
	if (plugged !== undefined) return certain(false, evidence(`${SUPPLIES}/${plugged.name}/online`, '1'));
	const battery = supplies.find(({ type }) => type === 'Battery');
	if (battery === undefined) return unknown('no battery and no mains are described');
	return certain(true, evidence(`${SUPPLIES}/${battery.name}/type`, 'Battery'));
}

const TIME_SERVICES = ['chronyd', 'ntpd', 'systemd-timesyncd', 'systemd-timesyn', 'openntpd'];

export async function detectTimeSource(source: Source, processes: ProcessTable): Promise<HostProfile['timeSource']> {
	const clock = '/sys/devices/system/clocksource/clocksource0/current_clocksource';
	const service = processes.entries.find(({ comm }) => TIME_SERVICES.includes(comm));
	const clocksource = textOf(await source.readText(clock), clock);
	return {
		service:
			service === undefined
				? unknown('no time service is running')
				: certain(
						service.comm.replace(/^systemd-timesyn.*/u, 'systemd-timesyncd'),
						evidence(`/proc/${service.pid}/stat`, service.comm),
					),
		synchronised: await synchronised(source),
		clocksource,
	};
}

/** systemd keeps this file once its own service has set the clock; chrony and ntpd answer for themselves. */
async function synchronised(source: Source): Promise<Field<boolean>> {
	const path = '/run/systemd/timesync';
	const names = await source.list(path);
	if (names?.includes('synchronized') === true) return certain(true, evidence(`${path}/synchronized`, 'present'));
	const chrony = await source.list('/run/chrony');
	if (chrony === undefined || chrony.length === 0) return unknown('no time service says');
	const answer = await source.run(['chronyc', '-n', 'tracking'], { deadlineMs: 1500 });
	const status = /^Leap status\s*:\s*(.+)$/mu.exec(answer?.stdout ?? '');
	if (status?.[1] === undefined) return unknown('chrony does not answer');
	return certain(status[1].trim() !== 'Not synchronised', evidence('chronyc -n tracking', status[0]));
}

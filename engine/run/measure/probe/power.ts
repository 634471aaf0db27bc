import type { SensorFiles } from './sensor-files.ts';

/**
 * Mains when a mains supply is online or a battery is not discharging, battery when one discharges; null when nothing
 * tells, as on most servers and virtual machines.
 */
export async function readPower(files: SensorFiles): Promise<'mains' | 'battery' | null> {
	const supplies = await files.entries('sys/class/power_supply', /./u);
	const seen = await Promise.all(
		supplies.map(async (supply) => ({
			type: await files.text(`${supply}/type`),
			online: await files.number(`${supply}/online`),
			status: await files.text(`${supply}/status`),
			scope: await files.text(`${supply}/scope`),
		})),
	);
	const own = seen.filter(({ scope }) => scope !== 'Device');
	if (own.some(({ type, online }) => type !== 'Battery' && online === 1)) return 'mains';
	const batteries = own.filter(({ type }) => type === 'Battery');
	if (batteries.some(({ status }) => status === 'Discharging')) return 'battery';
	return batteries.some(({ status }) => status === 'Charging' || status === 'Full') ? 'mains' : null;
}

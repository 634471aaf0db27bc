import type { SensorFiles } from './sensor-files.ts';

export interface Heat {
	/** Highest temperature of any zone, °C. */
	readonly maxC: number | null;
	/** A zone is at or above its passive trip point; null when no zone has one. */
	readonly hot: boolean | null;
}

/** Thermal zones; where firmware offers none (Loongson, many servers), the hwmon chips. */
export async function readHeat(files: SensorFiles): Promise<Heat> {
	const zones = await files.entries('sys/class/thermal', /^thermal_zone\d+$/u);
	const seen = await Promise.all(zones.map((zone) => readZone(files, zone)));
	const known = seen.filter((zone) => zone !== null);
	if (known.length === 0) return { maxC: await hottestChip(files), hot: null };
	const judged = known.flatMap(({ celsius, passiveC }) => (passiveC === null ? [] : [celsius >= passiveC]));
	return {
		maxC: Math.max(...known.map((zone) => zone.celsius)),
		hot: judged.length === 0 ? null : judged.some(Boolean),
	};
}

async function readZone(files: SensorFiles, zone: string) {
	const millis = await files.number(`${zone}/temp`);
	if (millis === null) return null;
	const types = await files.entries(zone, /^trip_point_\d+_type$/u);
	const trips = await Promise.all(
		types.map(async (type) =>
			(await files.text(type)) === 'passive' ? files.number(type.replace(/type$/u, 'temp')) : null,
		),
	);
	const passive = trips.filter((trip) => trip !== null && trip > 0);
	return { celsius: millis / 1000, passiveC: passive.length === 0 ? null : Math.min(...(passive as number[])) / 1000 };
}

async function hottestChip(files: SensorFiles): Promise<number | null> {
	const chips = await files.entries('sys/class/hwmon', /^hwmon\d+$/u);
	const inputs = await Promise.all(chips.map((chip) => files.entries(chip, /^temp\d+_input$/u)));
	const millis = await Promise.all(inputs.flat().map((input) => files.number(input)));
	const known = millis.filter((value) => value !== null);
	return known.length === 0 ? null : Math.max(...known) / 1000;
}

import { statfs } from 'node:fs/promises';
import type { Reading } from '../../../../contract/measurement/environment.ts';
import { readBoost, readFrequencyMHz, readGovernor, readThrottleCount } from './frequency.ts';
import { readHeat } from './heat.ts';
import { readPower } from './power.ts';
import { readFreeMemory, readLoad1, readPressure, readSwapIn } from './pressure.ts';
import type { SensorFiles } from './sensor-files.ts';

export interface ReadingOptions {
	/** Folder whose file system the benchmark writes to. */
	readonly scratch: string;
	/** As the host profile says ("kvm", "docker", "none"); null when unknown. */
	readonly virt: string | null;
}

/** Every sensor at one moment. */
export async function takeReading(files: SensorFiles, options: ReadingOptions): Promise<Reading> {
	return {
		takenOn: new Date().toISOString(),
		governor: await readGovernor(files),
		boost: await readBoost(files),
		load1: await readLoad1(files),
		psi: await readPressure(files),
		freqMHz: await readFrequencyMHz(files),
		tempMaxC: (await readHeat(files)).maxC,
		throttleCount: await readThrottleCount(files),
		swapIn: await readSwapIn(files),
		freeMemoryBytes: await readFreeMemory(files),
		freeDisk: await freeShare(options.scratch),
		power: await readPower(files),
		powerProfile: (await files.text('sys/firmware/acpi/platform_profile')) || null,
		virt: options.virt,
	};
}

/** Names of the sensors that told nothing: recorded as unknown, which is not the same as fine. */
export function unknownSensors(reading: Reading): string[] {
	const { takenOn: _, psi, powerProfile: __, ...rest } = reading;
	const pressures = Object.entries(psi).map(([kind, value]) => [`psi.${kind}`, value] as const);
	return [...Object.entries(rest), ...pressures].flatMap(([name, value]) => (value === null ? [name] : [])).sort();
}

async function freeShare(folder: string): Promise<number | null> {
	try {
		const { bavail, blocks } = await statfs(folder);
		return blocks === 0 ? null : bavail / blocks;
	} catch {
		return null;
	}
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

const SMALLEST = 0.5;
const LARGEST = 4;

/**
 * Some desktops make the window twice as large, or blurred: then a person says by how much it is to be drawn, in the
 * file `scale-factor` of the profile folder ("1.25"), or for one start in SHIPEI_SCALE_FACTOR. Read before the window is.
 */
export function forceScaleFactor(): void {
	const asked = process.env.SHIPEI_SCALE_FACTOR ?? kept();
	if (asked === undefined || asked.trim() === '') return;
	const factor = Number(asked);
	if (factor >= SMALLEST && factor <= LARGEST) {
		app.commandLine.appendSwitch('force-device-scale-factor', String(factor));
	} else {
		const found = JSON.stringify(asked.trim().slice(0, 40));
		process.emitWarning(`scale factor: expected a number from ${SMALLEST} to ${LARGEST}, got ${found}; it is ignored`);
	}
}

function kept(): string | undefined {
	try {
		return readFileSync(join(app.getPath('userData'), 'scale-factor'), 'utf8');
	} catch {
		// Nobody asked for one: the desktop's own scaling counts.
		return undefined;
	}
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const stateSchema = z.strictObject({
	x: z.int().optional(),
	y: z.int().optional(),
	width: z.int().min(900),
	height: z.int().min(500),
	maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

export interface Area {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const DEFAULT: WindowState = { width: 1280, height: 760, maximized: false };

/** Where the window was last time, if a display still shows that place; anything unreadable counts as never. */
export function readWindowState(file: string, displays: readonly Area[]): WindowState {
	try {
		const state = stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
		const { x, y } = state;
		if (x === undefined || y === undefined || displays.some((area) => holds(area, x, y))) return state;
		return { width: state.width, height: state.height, maximized: state.maximized };
	} catch {
		return DEFAULT;
	}
}

export function writeWindowState(file: string, state: WindowState): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(`${file}.new`, JSON.stringify(state));
	renameSync(`${file}.new`, file);
}

function holds(area: Area, x: number, y: number): boolean {
	return x >= area.x - 50 && y >= area.y - 50 && x < area.x + area.width - 100 && y < area.y + area.height - 100;
}

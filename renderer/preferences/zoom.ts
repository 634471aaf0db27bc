import type { Preferences } from './preferences.ts';

/** Percent. */
export const ZOOM_STEPS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

type Zooms = Pick<Preferences, 'zoom' | 'zooms'>;

/** The zoom that somebody chose on a display; where nobody did, the one from before displays were told apart. */
export function zoomOn({ zoom, zooms }: Zooms, display: string): number {
	const chosen: unknown = Object.hasOwn(zooms, display) ? zooms[display] : zoom;
	return typeof chosen === 'number' && isZoom(chosen) ? chosen : 100;
}

/** The preferences with another zoom on this display; every other one keeps its own. */
export function withZoom<Kept extends Zooms>(preferences: Kept, display: string, zoom: number): Kept {
	return { ...preferences, zooms: { ...preferences.zooms, [display]: zoom } };
}

/** The zoom step above or below the present one. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
	const steps = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse();
	return steps.find((step) => (direction === 1 ? step > zoom : step < zoom)) ?? zoom;
}

function isZoom(value: number): boolean {
	return Number.isInteger(value) && value >= ZOOM_STEPS[0] && value <= (ZOOM_STEPS.at(-1) ?? 0);
}

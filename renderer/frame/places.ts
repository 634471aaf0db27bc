import type { TextKey } from '../texts/all-texts.ts';

export interface Place {
	readonly to: string;
	readonly text: TextKey;
	readonly chord: string;
	readonly icon: 'overview' | 'host' | 'products' | 'suites' | 'runs' | 'compare' | 'matrix' | 'reports' | 'settings';
	/** Routes that belong to this place without beginning like it. */
	readonly also?: readonly string[];
}

/** The rail's entries, in order. */
export const PLACES: readonly Place[] = [
	{ to: '/', text: 'rail.overview', chord: 'g o', icon: 'overview' },
	{ to: '/host', text: 'rail.host', chord: 'g h', icon: 'host' },
	{ to: '/products', text: 'rail.products', chord: 'g p', icon: 'products' },
	{ to: '/suites', text: 'rail.suites', chord: 'g s', icon: 'suites', also: ['/plan'] },
	{ to: '/runs', text: 'rail.runs', chord: 'g r', icon: 'runs', also: ['/log'] },
	{ to: '/compare', text: 'rail.compare', chord: 'g c', icon: 'compare' },
	{ to: '/matrix', text: 'rail.matrix', chord: 'g m', icon: 'matrix' },
	{ to: '/reports', text: 'rail.reports', chord: 'g t', icon: 'reports', also: ['/verify'] },
	{ to: '/settings', text: 'rail.settings', chord: 'g ,', icon: 'settings', also: ['/audit'] },
];

export function isAt(place: Place, pathname: string): boolean {
	if (place.to === '/') return pathname === '/';
	return [place.to, ...(place.also ?? [])].some((to) => pathname === to || pathname.startsWith(`${to}/`));
}

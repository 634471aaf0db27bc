import { createStore, type Store } from '../state/store.ts';

/**
 * The screen that the browser is on, as far as a page is told: its size and how many dots a pixel has. The same while
 * the window moves about on it, another one on another screen.
 */
export function browserDisplay(page: Window): Store<string | null> {
	const store = createStore<string | null>(nameOf(page));
	const look = () => store.set(nameOf(page));
	page.addEventListener('resize', look);
	page.addEventListener('focus', look);
	onDensity(page, look);
	return store;
}

function nameOf({ screen, devicePixelRatio }: Window): string {
	return `${screen.width}x${screen.height}@${devicePixelRatio}`;
}

/** A query for the present density is over with the first other one: each needs a query of its own. */
function onDensity(page: Window, listener: () => void): void {
	const query = page.matchMedia(`(resolution: ${page.devicePixelRatio}dppx)`);
	query.addEventListener(
		'change',
		() => {
			listener();
			onDensity(page, listener);
		},
		{ once: true },
	);
}

import type { Page } from 'playwright/test';
import type { Look } from '../open-route.ts';

/** A page of the app, in a browser or in the desktop window. */
export interface OpenApp {
	readonly page: Page;
	/** Opens a route in the given language and colours. */
	open(route: string, look?: Look): Promise<void>;
	/** The text on the clipboard. */
	copied(): Promise<string>;
}

/** One with the real engine behind it. */
export interface RealApp extends OpenApp {
	readonly dataDirectory: string;
	/** What pressing a button hands over: downloaded by the browser, or saved where the window's dialog said. */
	handedOver(press: () => Promise<void>): Promise<{ name: string; file: string }>;
	/** Kills the engine's process at once, as a crash would. */
	crash(): Promise<void>;
	/** Has it there again, with the same data. In the desktop window it comes back by itself. */
	comeBack(): Promise<void>;
}

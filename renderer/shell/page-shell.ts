import type { Store } from '../state/store.ts';

/** What the page can ask of its surroundings, be they a desktop window or a browser. */
export interface PageShell {
	readonly kind: 'window' | 'browser';
	/** A place that methods can write to, under this name; null when the person changed their mind. */
	placeForFile(name: string, title: string): Promise<OutgoingFile | null>;
	/** Makes a dropped or chosen file readable for methods and says its path on the engine's machine. */
	bringFile(file: File, onProgress?: (share: number) => void): Promise<string>;
	/** A folder on the engine's machine chosen in a dialog; null where there is no dialog, or none was chosen. */
	chooseDirectory(title: string): Promise<string | null>;
	/** A picture of the screen: of the machine under test in the window, of whatever the person picks in a browser. */
	captureScreen(): Promise<Blob | null>;
	/** Hands the stored bytes over: saved by the browser, or saved and shown in the file manager. */
	saveEvidence(sha256: string, name: string): void;
	/** Hands a signed bundle over: downloaded, or shown where it lies. */
	saveReport(reportId: string, file: string): void;
	/** Passphrases in the system's key ring; null where the page cannot reach one. */
	readonly keyRing: KeyRing | null;
	notify(title: string, body: string): void;
	setZoom(percent: number): void;
	/** The display that the page is on, by a name that stays; null until it is known. */
	readonly display: Pick<Store<string | null>, 'get' | 'subscribe'>;
	print(): void;
	onRoute(listener: (route: string) => void): () => void;
}

export interface KeyRing {
	read(name: string): Promise<string | null>;
	/** False when the system has no real key ring: then nothing is kept. */
	keep(name: string, secret: string): Promise<boolean>;
}

export interface OutgoingFile {
	/** Path on the engine's machine, to be named to a method. */
	readonly file: string;
	/** Called when the method has written it. */
	deliver(): void;
}

import { readFileSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import { askSecret } from './ask.ts';
import type { Terminal } from './terminal.ts';

/** A passphrase from a file, else from $SHIPEI_PASSPHRASE; undefined when neither is given. */
export function givenPassphrase(file: string | undefined): string | undefined {
	if (file === undefined) return process.env.SHIPEI_PASSPHRASE;
	try {
		return readFileSync(file, 'utf8').split(/\r?\n/u)[0] ?? '';
	} catch (error) {
		throw new ShipeiError(
			'key.passphrase-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}

/** Asks twice for a new passphrase; undefined when left empty, null when the two differ. */
export async function askNewPassphrase(terminal: Terminal): Promise<string | undefined | null> {
	const first = await askSecret(terminal.text('key.ask'));
	if (first === '') return undefined;
	return (await askSecret(terminal.text('key.ask-again'))) === first ? first : null;
}

/** Calls with the passphrase that was given; where a key needs one and none was, asks the person at the terminal. */
export async function withPassphrase<Result>(
	terminal: Terminal,
	file: string | undefined,
	call: (passphrase: { passphrase?: string }) => Promise<Result>,
): Promise<Result> {
	const given = givenPassphrase(file);
	try {
		return await call(given === undefined ? {} : { passphrase: given });
	} catch (error) {
		const missing = error instanceof ShipeiError && error.code === 'key.passphrase-needed';
		if (!missing || given !== undefined || !terminal.interactive) throw error;
		return call({ passphrase: await askSecret(terminal.text('key.ask-open')) });
	}
}

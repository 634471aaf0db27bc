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

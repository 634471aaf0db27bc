import { readFileSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import type { Plan } from '../../contract/plan.ts';
import { givenSecret, neededSecrets, shownSecret } from '../../contract/secrets.ts';
import type { Cli } from '../cli.ts';
import { askSecret } from '../terminal/ask.ts';

/**
 * The secret parameters that a plan's steps are filled with, as "suite.name": from a file of "name=value" lines, else asked
 * for at the terminal without showing them. On a command line every user of the machine could read them.
 */
export async function secretsFor(
	plan: Plan,
	file: string | undefined,
	given: Readonly<Record<string, string>>,
	cli: Cli,
): Promise<Record<string, string>> {
	const { terminal } = cli;
	const found = { ...given, ...(file === undefined ? {} : readSecrets(file)) };
	for (const secret of neededSecrets(plan.cases)) {
		if (!terminal.interactive || givenSecret(secret, found) !== undefined) continue;
		const name = shownSecret(secret);
		found[name] = await askSecret(terminal.text('secrets.ask', { name }));
	}
	return found;
}

/** Lines of "name=value"; the value may hold anything but a line break. */
export function readSecrets(file: string): Record<string, string> {
	const lines = textOf(file)
		.split(/\r?\n/u)
		.filter((line) => line.includes('=') && !line.startsWith('#'));
	return Object.fromEntries(
		lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1)]),
	);
}

function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ShipeiError('run.secrets-unreadable', { file, reason }, { cause: error });
	}
}

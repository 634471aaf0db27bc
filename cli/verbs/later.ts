import type { Command } from 'commander';
import { ShipeiError } from '../../contract/errors.ts';
import type { Cli } from '../cli.ts';

/** Verbs whose depth comes with the registry: they say so and end with 3. */
export function defineLaterVerbs(program: Command, cli: Cli): void {
	const later = (verb: string) => () => {
		throw new ShipeiError('call.not-yet', { what: `shipei ${verb}` });
	};
	program
		.command('push')
		.description(cli.terminal.text('push'))
		.argument('<file>')
		.requiredOption('--registry <url>')
		.action(later('push'));
	program
		.command('outbox')
		.description(cli.terminal.text('outbox'))
		.argument('[words...]')
		.allowUnknownOption()
		.action(later('outbox'));
}

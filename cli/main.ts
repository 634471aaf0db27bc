import { Command, CommanderError } from 'commander';
import { errorText, exitCodeOf, ShipeiError } from '../contract/errors.ts';
import { createCli } from './cli.ts';
import { helpStyle } from './help-style.ts';
import { languageOf } from './language.ts';
import { outliveReader } from './terminal/closed-reader.ts';
import { createTerminal, type Terminal } from './terminal/terminal.ts';
import { defineVerbs } from './verbs/index.ts';

/** Runs one command line and answers the exit code; see the README for what each code means. */
export async function main(argv: readonly string[]): Promise<number> {
	for (const stream of [process.stdout, process.stderr]) outliveReader(stream);
	const terminal = createTerminal(languageOf(process.env));
	const cli = createCli(terminal);
	const program = defineProgram(terminal);
	await defineVerbs(program, cli, argv);
	// A group such as `trust` is not given what its program said of commander's own help command.
	for (const group of program.commands) group.helpCommand(false);
	try {
		await program.parseAsync([...argv], { from: 'user' });
		return cli.exitCode();
	} catch (error) {
		return answerError(error, terminal);
	} finally {
		await cli.close();
	}
}

function defineProgram(terminal: Terminal): Command {
	return new Command('shipei')
		.description(terminal.text('program'))
		.option('--data <dir>', terminal.text('option.data'))
		.version('', '-V, --version', terminal.text('option.version'))
		.helpOption('-h, --help', terminal.text('option.help'))
		.helpCommand(false)
		.addHelpText('after', `\n${terminal.text('program.after')}`)
		.configureHelp(helpStyle(terminal))
		.configureOutput({ writeErr: () => undefined })
		.exitOverride()
		.showSuggestionAfterError(true);
}

function answerError(error: unknown, terminal: Terminal): number {
	if (error instanceof CommanderError) {
		if (error.exitCode === 0) return 0;
		if (error.code !== 'commander.help') terminal.remark(usageError(error, terminal));
		return 2;
	}
	if (error instanceof ShipeiError) {
		terminal.remark(
			`${terminal.text('error')}${errorText(error.code, error.details, terminal.language)} [${error.code}]`,
		);
		return exitCodeOf(error.code);
	}
	terminal.remark(
		`${terminal.text('error.unexpected')}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
	);
	return 3;
}

function usageError(error: CommanderError, terminal: Terminal): string {
	const found = /'([^']*)'/u.exec(error.message)?.[1] ?? '';
	const hint = /\(Did you mean ([^)]*)\?\)/u.exec(error.message)?.[1];
	const known: Record<string, string> = {
		'commander.unknownCommand': terminal.text('usage.unknown-command', { found }),
		'commander.unknownOption': terminal.text('usage.unknown-option', { found }),
		'commander.missingArgument': terminal.text('usage.missing-argument', { found }),
		'commander.optionMissingArgument': terminal.text('usage.option-argument', { found }),
		'commander.missingMandatoryOptionValue': terminal.text('usage.missing-option', { found }),
		'commander.excessArguments': terminal.text('usage.excess'),
		// Commander puts an English sentence of its own before what our reader said.
		'commander.invalidArgument': error.message.replace(/^.* is invalid\. /su, ''),
	};
	const sentence = known[error.code] ?? error.message;
	return `${terminal.text('error')}${sentence}${hint === undefined ? '' : terminal.text('usage.hint', { hint })} ${terminal.text('usage.see-help')}`;
}

import type { Help, Option } from 'commander';
import type { Terminal } from './terminal/terminal.ts';

/** Commander's own words, in the language of the terminal. Subcommands inherit it. */
export function helpStyle(terminal: Terminal): Partial<Help> {
	const titles: Record<string, string> = {
		'Usage:': terminal.text('help.usage'),
		'Arguments:': terminal.text('help.arguments'),
		'Options:': terminal.text('help.options'),
		'Global Options:': terminal.text('help.global-options'),
		'Commands:': terminal.text('help.commands'),
	};
	return {
		styleTitle: (title) => titles[title] ?? title,
		optionDescription: (option) => `${option.description}${defaultOf(option, terminal)}`,
		sortSubcommands: false,
		showGlobalOptions: true,
	};
}

// The start value of an option that collects pairs says nothing to a reader.
function defaultOf({ defaultValue }: Option, terminal: Terminal): string {
	if (typeof defaultValue !== 'string' && typeof defaultValue !== 'number') return '';
	return terminal.text('help.default', { value: defaultValue });
}

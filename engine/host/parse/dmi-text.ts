import type { Source } from '../source/source.ts';

export interface CommandText {
	readonly command: string;
	readonly text: string;
}

const SNAPSHOT_VARIANTS: readonly (readonly string[])[] = [
	['dmidecode'],
	['dmidecode', '-t', 'processor'],
	['dmidecode', '-t', '4'],
	['dmidecode', '-t4'],
	['dmidecode', '--type', 'processor'],
	['dmidecode', '--type', '4'],
	['dmidecode', '-t', 'memory'],
	['dmidecode', '-t', '17'],
	['dmidecode', '-t17'],
	['dmidecode', '--type', 'memory'],
	['dmidecode', '--type', '17'],
	['dmidecode', '-t', 'system'],
	['dmidecode', '-t', '1'],
	['dmidecode', '-t', 'baseboard'],
	['dmidecode', '-t', '2'],
	['dmidecode', '-t', 'bios'],
	['dmidecode', '-t', '0'],
];

/**
 * What dmidecode says: one call on a live machine (it answers root only), and whichever calls a snapshot holds,
 * because people collect them one by one.
 */
export async function dmidecodeTexts(source: Source): Promise<CommandText[]> {
	if (source.origin === 'live') return answered(source, [['dmidecode']]);
	return answered(source, SNAPSHOT_VARIANTS);
}

/** The answers of those commands that have one. */
export async function answered(source: Source, commands: readonly (readonly string[])[]): Promise<CommandText[]> {
	const answers = await Promise.all(commands.map((argv) => source.run(argv)));
	return answers.flatMap((answer, index) =>
		answer === undefined || answer.exitCode !== 0
			? []
			: [{ command: commands[index]?.join(' ') ?? '', text: answer.stdout }],
	);
}

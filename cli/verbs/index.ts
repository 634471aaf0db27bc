import type { Command } from 'commander';
import type { Cli } from '../cli.ts';

type Define = (program: Command, cli: Cli) => void;

interface VerbFile {
	/** The first words that it answers. */
	readonly words: readonly string[];
	readonly load: () => Promise<Define>;
}

/** Every verb of the CLI, in the order of `--help`. */
export const VERB_FILES: readonly VerbFile[] = [
	{ words: ['quickstart'], load: async () => (await import('./quickstart.ts')).defineQuickstartVerb },
	{ words: ['host'], load: async () => (await import('./host.ts')).defineHostVerbs },
	{ words: ['suite'], load: async () => (await import('./suite.ts')).defineSuiteVerbs },
	{ words: ['product'], load: async () => (await import('./product.ts')).defineProductVerbs },
	{ words: ['run'], load: async () => (await import('./run.ts')).defineRunVerb },
	{
		words: ['resume', 'cancel', 'pause', 'skip', 'answer', 'waive', 'runs', 'show', 'compare'],
		load: async () => (await import('./runs.ts')).defineRunsVerbs,
	},
	{ words: ['key'], load: async () => (await import('./key.ts')).defineKeyVerbs },
	{ words: ['report'], load: async () => (await import('./report.ts')).defineReportVerbs },
	{ words: ['verify', 'review'], load: async () => (await import('./bundle.ts')).defineBundleVerbs },
	{ words: ['trust', 'audit'], load: async () => (await import('./trust.ts')).defineTrustVerbs },
	{ words: ['settings'], load: async () => (await import('./settings.ts')).defineSettingsVerbs },
	{ words: ['backup'], load: async () => (await import('./backup.ts')).defineBackUpVerb },
	{ words: ['storage'], load: async () => (await import('./storage.ts')).defineStorageVerb },
	{ words: ['push', 'outbox'], load: async () => (await import('./later.ts')).defineLaterVerbs },
	{ words: ['serve'], load: async () => (await import('./serve.ts')).defineServeVerb },
];

/** Defines the verb that the command line begins with, so that nobody waits for the others; all where it is none. */
export async function defineVerbs(program: Command, cli: Cli, argv: readonly string[]): Promise<void> {
	const word = firstWord(argv);
	const asked = VERB_FILES.find(({ words }) => word !== undefined && words.includes(word));
	const defines = await Promise.all((asked === undefined ? VERB_FILES : [asked]).map(({ load }) => load()));
	for (const define of defines) define(program, cli);
}

/** The first word, after the folder where one is named; undefined where another option comes first, such as `--help`. */
function firstWord(argv: readonly string[]): string | undefined {
	if (argv[0] === '--data') return argv[2];
	return argv[0]?.startsWith('--data=') ? argv[1] : argv[0];
}

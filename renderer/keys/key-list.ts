import type { TextKey } from '../texts/all-texts.ts';

export interface KeyEntry {
	readonly keys: readonly string[];
	readonly text: TextKey;
}

/** All keys, as the help and the settings list them. */
export const KEY_GROUPS: readonly { readonly title: TextKey; readonly entries: readonly KeyEntry[] }[] = [
	{
		title: 'keys.everywhere',
		entries: [
			{ keys: ['?'], text: 'keys.help' },
			{ keys: ['Ctrl+K'], text: 'keys.palette' },
			{ keys: ['/'], text: 'keys.filter' },
			{ keys: ['j', 'k', '↓', '↑'], text: 'keys.rows' },
			{ keys: ['Enter'], text: 'keys.open' },
			{ keys: ['Esc'], text: 'keys.close' },
			{ keys: ['Alt+←', 'Alt+→'], text: 'keys.history' },
			{ keys: ['Ctrl++', 'Ctrl+-', 'Ctrl+0'], text: 'keys.zoom' },
		],
	},
	{
		title: 'keys.go',
		entries: [
			{ keys: ['g o'], text: 'rail.overview' },
			{ keys: ['g h'], text: 'rail.host' },
			{ keys: ['g p'], text: 'rail.products' },
			{ keys: ['g s'], text: 'rail.suites' },
			{ keys: ['g r'], text: 'rail.runs' },
			{ keys: ['g c'], text: 'rail.compare' },
			{ keys: ['g m'], text: 'rail.matrix' },
			{ keys: ['g t'], text: 'rail.reports' },
			{ keys: ['g ,'], text: 'rail.settings' },
		],
	},
	{
		title: 'keys.run',
		entries: [
			{ keys: ['f'], text: 'keys.failedOnly' },
			{ keys: ['n', 'p'], text: 'keys.nextFailure' },
			{ keys: ['e'], text: 'keys.evidence' },
			{ keys: ['l'], text: 'keys.log' },
			{ keys: ['r'], text: 'keys.rerun' },
			{ keys: ['Space'], text: 'keys.pause' },
			{ keys: ['s'], text: 'keys.skip' },
			{ keys: ['c'], text: 'keys.copyReason' },
		],
	},
	{
		title: 'keys.log.title',
		entries: [
			{ keys: ['Ctrl+F', 'F3', 'Shift+F3'], text: 'keys.logSearch' },
			{ keys: ['w'], text: 'keys.wrap' },
			{ keys: ['m'], text: 'keys.logTimes' },
			{ keys: ['t'], text: 'keys.follow' },
		],
	},
	{
		title: 'keys.manual',
		entries: [
			{ keys: ['1', '2', '3', '4'], text: 'keys.verdict' },
			{ keys: ['↑', '↓'], text: 'keys.block' },
			{ keys: ['Ctrl+E'], text: 'keys.copyExpected' },
			{ keys: ['Ctrl+V'], text: 'keys.paste' },
			{ keys: ['Ctrl+Shift+S'], text: 'keys.capture' },
			{ keys: ['Ctrl+Enter'], text: 'keys.saveNext' },
			{ keys: ['Ctrl+Shift+N', 'Alt+N'], text: 'keys.later' },
		],
	},
];

import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { SuiteFolderState } from '../../contract/methods/suite-methods.ts';
import type { Handlers } from '../../contract/methods.ts';
import { readSetting } from '../../contract/settings.ts';
import type { Store } from '../store/index.ts';
import type { Suites } from '../suites/index.ts';
import { refuseNobody } from './checked-setting.ts';

type Calls = Pick<Handlers, 'suite.folders' | 'suite.addFolder' | 'suite.removeFolder'>;

const SETTING = 'suite.folders';

/** Folders of suites that the laboratory added; read anew at every look, so nothing has to be started again. */
export function addedFolders(store: Pick<Store, 'settings'>): string[] {
	return readSetting(store.settings(), SETTING) ?? [];
}

export function suiteFolderCalls({ store, suites }: { store: Store; suites: () => Promise<Suites> }): Calls {
	const list = async () => states((await suites()).folders(), new Set(addedFolders(store)));
	const change = (folders: readonly string[], by: string) => {
		refuseNobody(SETTING, by);
		store.append({ type: 'settings.changed', name: SETTING, value: folders, by });
		return list();
	};
	return {
		'suite.folders': list,
		async 'suite.addFolder'({ directory: named, by }) {
			const directory = usable(named);
			if ((await list()).some((folder) => folder.directory === directory))
				throw new ShipeiError('suite.folder-known', { directory });
			return change([...addedFolders(store), directory], by);
		},
		async 'suite.removeFolder'({ directory, by }) {
			const before = addedFolders(store);
			if (!before.includes(directory)) throw new ShipeiError('suite.folder-unknown', { directory });
			return change(
				before.filter((folder) => folder !== directory),
				by,
			);
		},
	};
}

function usable(directory: string): string {
	const there = isAbsolute(directory) && statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;
	if (!there) throw new ShipeiError('suite.folder-unusable', { directory });
	return resolve(directory);
}

function states(folders: ReturnType<Suites['folders']>, added: ReadonlySet<string>): SuiteFolderState[] {
	const all = folders.flatMap(({ suites }) => suites);
	return folders.map(({ directory, origin, found, suites }) => ({
		directory,
		from: added.has(directory) ? 'settings' : FROM[origin],
		found,
		suites,
		twice: suites.filter((id) => all.filter((other) => other === id).length > 1),
	}));
}

const FROM = { shipped: 'shipped', lab: 'data', external: 'environment' } as const;

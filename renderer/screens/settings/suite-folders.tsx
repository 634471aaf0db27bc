import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Output } from '../../../contract/methods.ts';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

type Folders = Output<'suite.folders'>;
const REFRESH = ['suite.folders', 'suite.list', 'settings.show'] as const;

/** Where suites are looked for, and further folders of the laboratory. */
export function SuiteFolders({ folders }: { folders: Folders }) {
	const { t, format } = useText();
	const id = useId();
	const { shell } = useEngine();
	const { person: by } = usePreferences();
	const mayChange = useMayChange() && by !== '';
	const add = useAction('suite.addFolder', { refresh: REFRESH });
	const remove = useAction('suite.removeFolder', { refresh: REFRESH });
	const [directory, setDirectory] = useState('');
	const choose = async () => setDirectory((await shell.chooseDirectory(t('folders.title'))) ?? directory);
	return (
		<section className="panel stack" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>{t('folders.title')}</h3>
			<p className="muted">{t('folders.help')}</p>
			<div className="table-box" tabIndex={0} role="group" aria-label={t('folders.title')}>
				<table className="plain-table">
					<thead>
						<tr>
							<th>{t('folders.folder')}</th>
							<th>{t('folders.from')}</th>
							<th>{t('folders.suites')}</th>
							<td />
						</tr>
					</thead>
					<tbody>
						{folders.map((folder) => (
							<tr key={folder.directory}>
								<td translate="no">
									<code className="break">{folder.directory}</code>
								</td>
								<td>{t(`folders.from.${folder.from}`)}</td>
								<td>
									{folder.found ? folder.suites.length : <span className="status-warned">{t('folders.gone')}</span>}
									{folder.twice.length > 0 && (
										<div className="status-warned">{t('folders.twice', { ids: format.list(folder.twice) })}</div>
									)}
								</td>
								<td>
									{folder.from === 'settings' && (
										<Button
											size="small"
											disabled={!mayChange}
											aria-label={t('folders.remove', { directory: folder.directory })}
											onClick={() => remove.mutate({ directory: folder.directory, by })}
										>
											{t('action.remove')}
										</Button>
									)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<div className="field">
				<label htmlFor={id}>{t('folders.path')}</label>
				<div className="row">
					<Input
						id={id}
						style={{ width: 360, maxWidth: '100%' }}
						value={directory}
						onChange={(event) => setDirectory(event.target.value)}
					/>
					{shell.kind === 'window' && <Button onClick={() => void choose()}>{t('folders.choose')}</Button>}
					<Button
						disabled={!mayChange || directory.trim() === ''}
						loading={add.isPending}
						onClick={() => add.mutate({ directory: directory.trim(), by }, { onSuccess: () => setDirectory('') })}
					>
						{t('folders.add')}
					</Button>
				</div>
			</div>
		</section>
	);
}

import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../../engine/engine-context.ts';
import { useAction } from '../../../engine/use-call.ts';
import { useText } from '../../../texts/use-text.ts';

/** Copies the data folder to another one on the machine of the engine, while work goes on. */
export function BackupForm() {
	const { t, format } = useText();
	const id = useId();
	const [directory, setDirectory] = useState('');
	const mayChange = useMayChange();
	const backUp = useAction('data.backUp');
	const made = backUp.data;
	return (
		<form
			className="panel stack"
			onSubmit={(event) => {
				event.preventDefault();
				backUp.mutate({ directory: directory.trim() });
			}}
		>
			<div className="field">
				<label htmlFor={id}>{t('settings.backup')}</label>
				<Input
					id={id}
					value={directory}
					placeholder={t('settings.backupExample')}
					onChange={(event) => setDirectory(event.target.value)}
				/>
				<p className="muted">{t('settings.backupHelp')}</p>
			</div>
			<div>
				<Button htmlType="submit" disabled={!mayChange || directory.trim() === ''} loading={backUp.isPending}>
					{t('settings.backupStart')}
				</Button>
			</div>
			{made !== undefined && (
				<p role="status">
					{t('settings.backupDone', {
						directory: made.directory,
						copied: made.copied,
						kept: made.kept,
						size: format.bytes(made.bytes),
					})}
				</p>
			)}
		</form>
	);
}

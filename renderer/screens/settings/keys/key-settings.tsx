import { Button } from 'antd';
import { useState } from 'react';
import { useMayChange } from '../../../engine/engine-context.ts';
import { useCall } from '../../../engine/use-call.ts';
import { Empty, Shown } from '../../../states/states.tsx';
import { useText } from '../../../texts/use-text.ts';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { ImportKeyDialog } from './import-key-dialog.tsx';
import { KeyCard } from './key-card.tsx';

/** The signing identities of this installation. Private keys are never shown. */
export function KeySettings() {
	const { t } = useText();
	const mayChange = useMayChange();
	const keys = useCall('key.list', {});
	const [shown, setShown] = useState<'create' | 'import' | null>(null);
	const actions = (
		<div className="row">
			<Button type="primary" disabled={!mayChange} onClick={() => setShown('create')}>
				{t('keyring.create')}
			</Button>
			<Button disabled={!mayChange} onClick={() => setShown('import')}>
				{t('keyring.import')}
			</Button>
		</div>
	);
	return (
		<Shown query={keys}>
			{(list) => (
				<>
					{list.length === 0 ? (
						<Empty title={t('keyring.empty')} text={t('keyring.emptyText')} action={actions} />
					) : (
						<>
							{actions}
							{list.map((key) => (
								<KeyCard key={key.keyid} info={key} />
							))}
						</>
					)}
					<CreateKeyDialog open={shown === 'create'} onClose={() => setShown(null)} />
					<ImportKeyDialog open={shown === 'import'} onClose={() => setShown(null)} />
				</>
			)}
		</Shown>
	);
}

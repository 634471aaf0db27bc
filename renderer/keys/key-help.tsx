import { Modal } from 'antd';
import { Fragment } from 'react';
import { useText } from '../texts/use-text.ts';
import { KEY_GROUPS } from './key-list.ts';

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { t } = useText();
	return (
		<Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={760}>
			<div className="key-help" tabIndex={0} role="group" aria-label={t('keys.title')}>
				<KeyTable heading="h2" />
			</div>
		</Modal>
	);
}

/** Every key with what it does. */
export function KeyTable({ heading: Heading }: { heading: 'h2' | 'h3' }) {
	const { t } = useText();
	return (
		<div className="key-table">
			{KEY_GROUPS.map((group) => (
				<section key={group.title}>
					<Heading>{t(group.title)}</Heading>
					<dl>
						{group.entries.map((entry) => (
							<Fragment key={entry.text}>
								<dt>
									{entry.keys.map((key) => (
										<kbd key={key}>{key}</kbd>
									))}
								</dt>
								<dd>{t(entry.text)}</dd>
							</Fragment>
						))}
					</dl>
				</section>
			))}
		</div>
	);
}

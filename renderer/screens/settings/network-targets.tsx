import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { readTarget } from '../../../contract/network-target.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Hosts that the laboratory lets its suites reach; none at first. */
export function NetworkTargets({ targets }: { targets: readonly string[] }) {
	const { t } = useText();
	const id = useId();
	const { person: by } = usePreferences();
	const mayChange = useMayChange() && by !== '';
	const change = useAction('settings.change', { refresh: ['settings.show'] });
	const [draft, setDraft] = useState('');
	const target = draft.trim();
	const wrong = target !== '' && readTarget(target) === null;
	const mayAdd = mayChange && target !== '' && !wrong && !targets.includes(target);
	const keep = (value: readonly string[], onSuccess?: () => void) =>
		change.mutate({ name: 'network.targets', value, by }, { onSuccess: () => onSuccess?.() });
	const add = () => keep([...targets, target], () => setDraft(''));
	return (
		<section className="panel stack" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>{t('targets.title')}</h3>
			<p className="muted">{t('targets.help')}</p>
			{targets.length === 0 ? (
				<p>{t('targets.none')}</p>
			) : (
				<ul className="plain-list">
					{targets.map((one) => (
						<li key={one} className="row">
							<code className="break" translate="no">
								{one}
							</code>
							<Button
								size="small"
								disabled={!mayChange}
								aria-label={t('targets.remove', { target: one })}
								onClick={() => keep(targets.filter((other) => other !== one))}
							>
								{t('action.remove')}
							</Button>
						</li>
					))}
				</ul>
			)}
			<div className="field">
				<label htmlFor={id}>{t('targets.target')}</label>
				<div className="row">
					<Input
						id={id}
						style={{ width: 280 }}
						value={draft}
						placeholder={t('targets.example')}
						status={wrong ? 'error' : ''}
						aria-describedby={wrong ? `${id}-wrong` : undefined}
						onChange={(event) => setDraft(event.target.value)}
						onPressEnter={() => mayAdd && add()}
					/>
					<Button disabled={!mayAdd} loading={change.isPending} onClick={add}>
						{t('targets.add')}
					</Button>
				</div>
				{wrong && (
					<p id={`${id}-wrong`} className="status-failed">
						{t('targets.wrong')}
					</p>
				)}
			</div>
		</section>
	);
}

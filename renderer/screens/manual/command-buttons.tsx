import { CodeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Evidence } from '../../../contract/evidence.ts';
import type { PlannedCommand } from '../../../contract/plan.ts';
import { commandOf } from '../../effects/command-of.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useText } from '../../texts/use-text.ts';
import { type StepPlace, useRunCommand } from './use-run-command.ts';

/** What the suite offers to run here; each button shows the command itself. */
export function CommandButtons(props: {
	place: StepPlace;
	commands: readonly PlannedCommand[];
	onTaken: (evidence: readonly Evidence[]) => void;
}) {
	const { t, say } = useText();
	const mayChange = useMayChange();
	const { running, start } = useRunCommand(props.place, props.onTaken);
	if (props.commands.length === 0) return null;
	return (
		<ul className="plain-rows manual-commands" aria-label={t('manual.commands')}>
			{props.commands.map((command) => (
				<li key={command.id} className="row">
					<Button
						icon={<CodeOutlined aria-hidden />}
						loading={running === command.id}
						disabled={!mayChange || (running !== null && running !== command.id)}
						onClick={() => start(command.id)}
					>
						<span translate="no">{command.title === undefined ? command.id : say(command.title)}</span>
					</Button>
					<code translate="no" className="break">
						{command.user === 'root' ? '# ' : '$ '}
						{commandOf(command)}
					</code>
					{running === command.id && (
						<span role="status" className="muted">
							{t('manual.commandRuns')}
						</span>
					)}
				</li>
			))}
		</ul>
	);
}

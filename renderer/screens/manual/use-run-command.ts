import { App } from 'antd';
import type { Evidence } from '../../../contract/evidence.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** Where a waiting step is. */
export interface StepPlace {
	readonly run: string;
	readonly key: string;
	readonly step: string;
}

/** Runs what a waiting step offers; what it writes is evidence. Says so when it wrote nothing. */
export function useRunCommand(place: StepPlace, onTaken: (evidence: readonly Evidence[]) => void) {
	const { t } = useText();
	const { person } = usePreferences();
	const { message } = App.useApp();
	const run = useAction('run.command');
	return {
		/** The command that runs, or waits for its turn. */
		running: run.isPending ? run.variables.command : null,
		start(command: string) {
			if (person.trim() === '') {
				void message.warning(t('manual.personNeeded'));
				return;
			}
			run.mutate(
				{ ...place, command, by: person.trim() },
				{
					onSuccess: ({ evidence, exitCode, signal }) => {
						if (evidence.length === 0)
							void message.info(t('manual.commandSilent', { end: signal ?? exitCode ?? '—' }), 8);
						else onTaken(evidence);
					},
				},
			);
		},
	};
}

import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PlannedStep } from '../../../contract/plan.ts';
import type { CaseSummary, ManualAnswer, RunDetail } from '../../../contract/run.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { PersonField } from '../../people/person-field.tsx';
import { usePreferencesStore } from '../../preferences/use-preferences.ts';
import { useStorePart } from '../../state/store.ts';
import { useText } from '../../texts/use-text.ts';
import {
	type AnswerDraft,
	draftOf,
	dropDraft,
	EMPTY_ANSWER,
	finishedAnswers,
	keepDraft,
	keptDraft,
	lacksOf,
} from './answer-draft.ts';
import { Elapsed } from './elapsed.tsx';
import { ExpectedBlock, type ExpectedHandle } from './expected-block.tsx';
import { LackList } from './lack-list.tsx';

export type ManualStep = Extract<PlannedStep, { kind: 'manual' }>;

/** What was seen for each expected result of a step, kept while it is typed. */
export function AnswerForm(props: {
	run: RunDetail;
	entry: CaseSummary;
	step: ManualStep;
	/** What was typed elsewhere and not handed in. */
	drafted: readonly ManualAnswer[];
	onSaved: () => void;
	onLater: () => void;
}) {
	const { run, entry, step, drafted, onSaved, onLater } = props;
	const { t, say } = useText();
	const { message } = App.useApp();
	const preferences = usePreferencesStore();
	const person = useStorePart(preferences, (value) => value.person);
	const place = `${run.id} ${entry.key} ${step.id}`;
	const [answers, setAnswers] = useState<readonly AnswerDraft[]>(
		() => keptDraft(place, step.expected.length) ?? draftOf(drafted, step.expected.length),
	);
	const [tried, setTried] = useState(false);
	const witnessed = useWitnessed();
	const [witness, setWitness] = useState('');
	const hasWitness = !witnessed || (witness.trim() !== '' && witness.trim() !== person.trim());
	const blocks = useRef<(ExpectedHandle | null)[]>([]);
	// The keys of the first expected result work at once.
	useEffect(() => blocks.current[0]?.focus(), []);
	const mayChange = useMayChange();
	const save = useAction('run.answer', { refresh: ['run.case', 'run.show'] });
	const draft = useAction('run.draft', { quiet: true });
	const lacks = lacksOf(answers, step.evidence);
	const change = (index: number, make: (now: AnswerDraft) => AnswerDraft) =>
		setAnswers((now) => now.with(index, make(now[index] ?? EMPTY_ANSWER)));
	// From anywhere on the page: for the expected result at hand, else for the first that nobody answered.
	const capture = () => {
		const focused = blocks.current.findIndex((block) => block?.hasFocus() === true);
		const open = answers.findIndex(({ verdict }) => verdict === null);
		blocks.current[[focused, open, 0].find((index) => index !== -1) ?? 0]?.capture();
	};

	const sendDraft = draft.mutate;
	const saved = save.isSuccess;
	useEffect(() => {
		// What was saved needs no draft any more, not even one that was already on its way.
		if (saved) return undefined;
		const timer = setTimeout(() => {
			keepDraft(place, answers);
			const finished = finishedAnswers(answers);
			if (finished.length > 0) sendDraft({ run: run.id, key: entry.key, step: step.id, by: person, answers: finished });
		}, 600);
		return () => clearTimeout(timer);
	}, [answers, place, sendDraft, saved, run.id, entry.key, step.id, person]);

	const submit = () => {
		setTried(true);
		if (lacks.length > 0 || person.trim() === '' || !hasWitness || save.isPending || !mayChange) return;
		const given = finishedAnswers(answers).map((answer) =>
			witnessed ? { ...answer, witness: witness.trim() } : answer,
		);
		save.mutate(
			{ run: run.id, key: entry.key, step: step.id, by: person.trim(), answers: given },
			{
				onSuccess: () => {
					dropDraft(place);
					void message.success(t('manual.saved'));
					onSaved();
				},
			},
		);
	};
	// Browsers keep Ctrl+Shift+N for a window of their own.
	useKeys({ 'Ctrl+Enter': submit, 'Ctrl+Shift+S': capture, 'Ctrl+Shift+N': onLater, 'Alt+N': onLater });

	return (
		<div className="stack manual-main">
			<section className="panel stack">
				<div className="row spread">
					<h2 translate="no">{say(entry.title)}</h2>
					<Elapsed since={entry.startedOn} />
				</div>
				<h3>{t('manual.instructions')}</h3>
				<div className="instructions" translate="no">
					{say(step.instructions)}
				</div>
			</section>
			{step.expected.map((text, index) => (
				<ExpectedBlock
					key={index}
					ref={(handle) => {
						blocks.current[index] = handle;
					}}
					number={index + 1}
					text={say(text)}
					kinds={step.evidence}
					place={{ run: run.id, key: entry.key, step: step.id }}
					commands={step.commands ?? []}
					answer={answers[index] ?? EMPTY_ANSWER}
					onChange={(make) => change(index, make)}
					onMove={(by) => blocks.current[index + by]?.focus()}
					lacks={tried ? lacks.filter((lack) => lack.number === index + 1) : []}
				/>
			))}
			<div className="plan-foot manual-foot">
				<label htmlFor="manual-person">{t('manual.person')}</label>
				<PersonField
					id="manual-person"
					as="operator"
					style={{ width: 160 }}
					value={person}
					status={tried && person.trim() === '' ? 'error' : ''}
					onChange={(name) => preferences.change((before) => ({ ...before, person: name }))}
				/>
				{witnessed && (
					<>
						<label htmlFor="manual-witness">{t('manual.witness')}</label>
						<PersonField
							id="manual-witness"
							as="operator"
							style={{ width: 160 }}
							value={witness}
							status={tried && !hasWitness ? 'error' : ''}
							onChange={setWitness}
						/>
					</>
				)}
				<LackList
					lacks={tried ? lacks : []}
					person={!tried || person.trim() !== ''}
					witness={!tried || hasWitness}
					kinds={step.evidence}
				/>
				<span className="strip-space" />
				<Button onClick={onLater}>{t('manual.later')}</Button>
				<Button type="primary" disabled={!mayChange} loading={save.isPending} onClick={submit}>
					{t('manual.save')}
				</Button>
			</div>
		</div>
	);
}

/** Whether this laboratory wants a second person to watch; the engine refuses answers without one. */
function useWitnessed(): boolean {
	return useCall('settings.show', {}).data?.['manual.witnessed'] === true;
}

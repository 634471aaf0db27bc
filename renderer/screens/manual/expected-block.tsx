import { Button, Input } from 'antd';
import {
	type ClipboardEvent,
	type DragEvent,
	type KeyboardEvent,
	type Ref,
	useId,
	useImperativeHandle,
	useRef,
} from 'react';
import type { Evidence } from '../../../contract/evidence.ts';
import type { PlannedCommand } from '../../../contract/plan.ts';
import { keyName } from '../../keys/key-name.ts';
import { isTyping } from '../../keys/use-keys.ts';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { useText } from '../../texts/use-text.ts';
import { type AnswerDraft, type EvidenceKind, type Lack, MANUAL_VERDICTS, type ManualVerdict } from './answer-draft.ts';
import { CommandButtons } from './command-buttons.tsx';
import { EvidenceStrip } from './evidence-strip.tsx';
import type { StepPlace } from './use-run-command.ts';
import { useTakeEvidence } from './use-take-evidence.ts';

const WORDS = {
	passed: 'verdict.PASSED',
	failed: 'verdict.FAILED',
	warned: 'verdict.WARNED',
	notApplicable: 'verdict.notApplicable',
} as const;

/** What the page around a block asks of it. */
export interface ExpectedHandle {
	focus(): void;
	hasFocus(): boolean;
	/** Takes a picture of the screen as evidence for this expected result. */
	capture(): void;
}

/** One expected result: verdict, what was seen, evidence. Keys 1–4 give the verdict while the block has the focus. */
export function ExpectedBlock(props: {
	ref: Ref<ExpectedHandle>;
	number: number;
	text: string;
	kinds: readonly EvidenceKind[];
	place: StepPlace;
	commands: readonly PlannedCommand[];
	answer: AnswerDraft;
	/** What was typed while a picture was taken stays: the change is made to the answer as it is then. */
	onChange: (change: (now: AnswerDraft) => AnswerDraft) => void;
	onMove: (by: 1 | -1) => void;
	lacks: readonly Lack[];
}) {
	const { answer, onChange, number } = props;
	const { t } = useText();
	const id = useId();
	const block = useRef<HTMLElement>(null);
	const change = (part: Partial<AnswerDraft>) => onChange((now) => ({ ...now, ...part }));
	const evidence = useTakeEvidence(props.place.run, (taken) =>
		onChange((now) => ({ ...now, evidence: [...now.evidence, taken] })),
	);
	useImperativeHandle(props.ref, () => ({
		focus: () => block.current?.focus({ preventScroll: props.number === 1 }),
		hasFocus: () => block.current?.contains(document.activeElement) === true,
		capture: () => void evidence.captureScreen(),
	}));
	const choose = (verdict: ManualVerdict) => change({ verdict });
	const copy = () => change({ actual: props.text });
	const onKeyDown = (event: KeyboardEvent) => {
		const typing = isTyping(event.target);
		// Within a group of radio buttons arrows choose; everywhere else here they lead to the next block.
		const moving = !typing && !(event.target instanceof HTMLInputElement);
		const name = keyName(event.nativeEvent);
		const verdict = MANUAL_VERDICTS[Number(name) - 1];
		if (!typing && verdict !== undefined) choose(verdict);
		else if (moving && name === 'ArrowDown') props.onMove(1);
		else if (moving && name === 'ArrowUp') props.onMove(-1);
		else if (name === 'Ctrl+E') copy();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const onPaste = (event: ClipboardEvent) => {
		const file = event.clipboardData.files[0];
		if (file === undefined) return;
		event.preventDefault();
		void evidence.takePasted(file);
	};
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		for (const file of event.dataTransfer.files) void evidence.takeFile(file, 'file');
	};
	return (
		<section
			ref={block}
			className="panel expected"
			tabIndex={-1}
			aria-labelledby={`${id}-title`}
			data-lacks={props.lacks.length > 0}
			onKeyDown={onKeyDown}
			onPaste={onPaste}
			onDrop={onDrop}
			onDragOver={(event) => event.preventDefault()}
		>
			<div className="row spread">
				<h3 id={`${id}-title`}>{t('manual.expected', { number })}</h3>
				<Button size="small" onClick={copy}>
					{t('manual.copyExpected')}
				</Button>
			</div>
			<p className="expected-text" translate="no">
				{props.text}
			</p>
			<div role="radiogroup" aria-label={t('manual.verdict')} className="verdicts">
				{MANUAL_VERDICTS.map((verdict, index) => (
					<label key={verdict} className={`verdict-choice verdict-${verdict}`} data-chosen={answer.verdict === verdict}>
						<input
							type="radio"
							className="visually-hidden"
							name={`${id}-verdict`}
							checked={answer.verdict === verdict}
							onChange={() => choose(verdict)}
						/>
						<StatusGlyph mark={verdict} />
						{t(WORDS[verdict])} <kbd aria-hidden="true">{index + 1}</kbd>
					</label>
				))}
			</div>
			<div className="field">
				<label htmlFor={`${id}-actual`}>{t('manual.actual')}</label>
				<Input.TextArea
					translate="no"
					id={`${id}-actual`}
					rows={2}
					value={answer.actual}
					onChange={(event) => change({ actual: event.target.value })}
				/>
			</div>
			{answer.verdict !== null && answer.verdict !== 'passed' && (
				<div className="field">
					<label htmlFor={`${id}-comment`}>{t('manual.comment')}</label>
					<Input.TextArea
						translate="no"
						id={`${id}-comment`}
						rows={2}
						value={answer.comment}
						status={props.lacks.some((lack) => lack.what === 'comment') ? 'error' : ''}
						onChange={(event) => change({ comment: event.target.value })}
					/>
				</div>
			)}
			<EvidenceStrip
				taker={evidence}
				kinds={props.kinds}
				evidence={answer.evidence}
				onChange={(next) => change({ evidence: next })}
			>
				<CommandButtons
					place={props.place}
					commands={props.commands}
					onTaken={(taken) => onChange((now) => ({ ...now, evidence: joined(now.evidence, taken) }))}
				/>
			</EvidenceStrip>
		</section>
	);
}

/** A command that writes the same again adds nothing. */
function joined(before: readonly Evidence[], taken: readonly Evidence[]): Evidence[] {
	const news = taken.filter(
		({ name, digest }) => !before.some((piece) => piece.name === name && piece.digest.sha256 === digest.sha256),
	);
	return [...before, ...news];
}

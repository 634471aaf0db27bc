import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useId } from 'react';
import type { Parameter } from '../../../contract/suite.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { FileField } from '../../list/file-field.tsx';
import { useText } from '../../texts/use-text.ts';

interface FieldProps {
	readonly parameter: Parameter;
	/** undefined: not set, the default applies. */
	readonly value: unknown;
	readonly onChange: (value: unknown) => void;
}

/** One parameter with its title, help, bounds and the way back to its default. */
export function ParameterField(props: FieldProps) {
	const { parameter, value, onChange } = props;
	const { t, say } = useText();
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>
				<span translate="no">{say(parameter.title)}</span>
				{parameter.required && <span className="muted">{t('word.aside', { text: t('suite.required') })}</span>}
			</label>
			<div className="row parameter">
				<ParameterInput {...props} id={id} />
				{value !== undefined && parameter.default !== undefined && (
					<Button type="link" size="small" onClick={() => onChange(undefined)}>
						{t('plan.reset')}
					</Button>
				)}
			</div>
			{parameter.help !== undefined && (
				<p className="muted" translate="no">
					{say(parameter.help)}
				</p>
			)}
		</div>
	);
}

function ParameterInput({ parameter, value, onChange, id }: FieldProps & { id: string }) {
	const { shell } = useEngine();
	const { t, say } = useText();
	const now = value ?? parameter.default;
	const text = typeof now === 'string' ? now : now === undefined || now === null ? '' : String(now);
	switch (parameter.type) {
		case 'integer':
		case 'number':
			return (
				<InputNumber
					id={id}
					value={typeof now === 'number' ? now : null}
					{...(parameter.min === undefined ? {} : { min: parameter.min })}
					{...(parameter.max === undefined ? {} : { max: parameter.max })}
					{...(parameter.type === 'integer' ? { precision: 0 } : {})}
					onChange={(next) => onChange(next ?? undefined)}
				/>
			);
		case 'boolean':
			return (
				<Switch id={id} checked={now === true} onChange={(next) => onChange(next)} aria-label={say(parameter.title)} />
			);
		case 'choice':
			return (
				<Select
					id={id}
					value={text === '' ? null : text}
					options={(parameter.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
					onChange={(next: string) => onChange(next)}
				/>
			);
		case 'list':
			return (
				<Select
					id={id}
					mode="tags"
					value={Array.isArray(now) ? now.map(String) : []}
					onChange={(next: string[]) => onChange(next.length === 0 ? undefined : next)}
				/>
			);
		case 'secret':
			return (
				<Input.Password
					id={id}
					value={text}
					autoComplete="off"
					onChange={(event) => onChange(event.target.value || undefined)}
				/>
			);
		case 'file':
			return (
				<FileField
					id={id}
					value={text}
					accept={parameter.accept}
					onChange={(file) => onChange(file === '' ? undefined : file)}
				/>
			);
		case 'directory':
			return (
				<>
					<Input id={id} value={text} onChange={(event) => onChange(event.target.value || undefined)} />
					{shell.kind === 'window' && (
						<Button
							onClick={() =>
								void shell.chooseDirectory(say(parameter.title)).then((found) => found !== null && onChange(found))
							}
						>
							{t('action.chooseFile')}
						</Button>
					)}
				</>
			);
		default:
			return <Input id={id} value={text} onChange={(event) => onChange(event.target.value || undefined)} />;
	}
}

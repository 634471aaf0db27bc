import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useEngine } from '../engine/engine-context.ts';
import { useErrorText } from '../states/error-text.ts';
import { useText } from '../texts/use-text.ts';

/** A file by its path on the engine's machine, or chosen, or dropped here: then it is brought there first. */
export function FileField(props: {
	id: string;
	value: string;
	accept?: readonly string[] | undefined;
	onChange: (file: string) => void;
}) {
	const { t, format } = useText();
	const { shell } = useEngine();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const chooser = useRef<HTMLInputElement>(null);
	const [share, setShare] = useState<number | null>(null);
	const bring = async (file: File | undefined) => {
		if (file === undefined) return;
		try {
			setShare(0);
			props.onChange(await shell.bringFile(file, setShare));
		} catch (error) {
			void message.error(textOf(error), 8);
		} finally {
			setShare(null);
		}
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same
		<div
			className="row file-field"
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				void bring(event.dataTransfer.files[0]);
			}}
		>
			<Input id={props.id} value={props.value} onChange={(event) => props.onChange(event.target.value)} />
			<Button onClick={() => chooser.current?.click()} loading={share !== null}>
				{share === null ? t('action.chooseFile') : format.percent(share)}
			</Button>
			<input
				ref={chooser}
				type="file"
				hidden
				aria-hidden="true"
				tabIndex={-1}
				accept={props.accept?.join(',')}
				onChange={(event) => {
					void bring(event.target.files?.[0]);
					event.target.value = '';
				}}
			/>
		</div>
	);
}

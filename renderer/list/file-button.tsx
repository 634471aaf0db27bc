import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useEngine } from '../engine/engine-context.ts';
import { useErrorText } from '../states/error-text.ts';

/** Lets a file be chosen, brings it to the engine's machine, and says where it lies there. */
export function FileButton(props: {
	text: string;
	accept?: readonly string[];
	primary?: boolean;
	disabled?: boolean;
	busy?: boolean;
	onFile: (path: string) => void;
}) {
	const { shell } = useEngine();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const chooser = useRef<HTMLInputElement>(null);
	const [bringing, setBringing] = useState(false);
	const bring = async (file: File | undefined) => {
		if (file === undefined) return;
		setBringing(true);
		try {
			props.onFile(await shell.bringFile(file));
		} catch (error) {
			void message.error(textOf(error), 8);
		} finally {
			setBringing(false);
		}
	};
	return (
		<>
			<Button
				type={props.primary === true ? 'primary' : 'default'}
				disabled={props.disabled === true}
				loading={bringing || props.busy === true}
				onClick={() => chooser.current?.click()}
			>
				{props.text}
			</Button>
			<input
				ref={chooser}
				type="file"
				hidden
				tabIndex={-1}
				aria-hidden="true"
				accept={props.accept?.join(',')}
				onChange={(event) => {
					void bring(event.target.files?.[0]);
					event.target.value = '';
				}}
			/>
		</>
	);
}

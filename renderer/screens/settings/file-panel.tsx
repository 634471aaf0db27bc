import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { FileButton } from '../../list/file-button.tsx';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';

/** A file that the laboratory keeps for its documents: what it is now, another one, or none. */
export function FilePanel(props: {
	title: string;
	help: string;
	/** What is kept; null when nothing is. */
	kept: ReactNode;
	accept: readonly string[];
	remove: string;
	busy: boolean;
	/** Why the last one was refused. */
	error: unknown;
	/** Without a file: takes it away. */
	onChange: (file?: string) => void;
	/** More buttons. */
	children?: ReactNode;
}) {
	const { kept } = props;
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const textOf = useErrorText();
	return (
		<section className="panel stack" aria-labelledby={id}>
			<h3 id={id}>{props.title}</h3>
			<p className="muted">{props.help}</p>
			{kept ?? <p>{t('settings.kept.none')}</p>}
			{props.error !== null && (
				<p className="status-failed" role="alert">
					{textOf(props.error)}
				</p>
			)}
			<div className="row">
				<FileButton
					text={t(kept === null ? 'settings.choose' : 'settings.replace')}
					accept={props.accept}
					disabled={!mayChange}
					busy={props.busy}
					onFile={props.onChange}
				/>
				{kept !== null && (
					<Button disabled={!mayChange} onClick={() => props.onChange()}>
						{props.remove}
					</Button>
				)}
				{props.children}
			</div>
		</section>
	);
}

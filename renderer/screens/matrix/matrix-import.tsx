import { App, Button } from 'antd';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';
import { type BroughtFile, ImportList } from './import-list.tsx';

/** Takes in reports of others, chosen or dropped: they are verified and listed, and kept once the list is confirmed. */
export function useMatrixImport(): {
	readonly button: ReactNode;
	readonly dialog: ReactNode;
	readonly dropping: { onDragOver(event: DragEvent): void; onDrop(event: DragEvent): void };
} {
	const { t } = useText();
	const { shell } = useEngine();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const mayChange = useMayChange();
	const { person } = usePreferences();
	const chooser = useRef<HTMLInputElement>(null);
	const [brought, setBrought] = useState<readonly BroughtFile[] | null>(null);
	const [bringing, setBringing] = useState(false);
	const look = useAction('report.import', { quiet: true });
	const take = useAction('report.import', { refresh: ['report.results'] });
	const bring = async (files: readonly File[]) => {
		if (files.length === 0 || !mayChange) return;
		setBringing(true);
		try {
			const paths: BroughtFile[] = [];
			for (const file of files) paths.push({ name: file.name, path: await shell.bringFile(file) });
			look.mutate({ files: paths.map(({ path }) => path), apply: false });
			setBrought(paths);
		} catch (error) {
			void message.error(textOf(error), 8);
		} finally {
			setBringing(false);
		}
	};
	const confirm = (files: readonly string[]) =>
		take.mutate(
			{ files: [...files], by: person },
			{
				onSuccess: ({ imported }) => {
					void message.success(t('matrix.importDone', { count: imported }));
					setBrought(null);
				},
			},
		);
	const button = (
		<>
			<Button loading={bringing} disabled={!mayChange} onClick={() => chooser.current?.click()}>
				{t('matrix.import')}
			</Button>
			<input
				ref={chooser}
				type="file"
				accept=".xcr"
				multiple
				hidden
				tabIndex={-1}
				aria-hidden="true"
				onChange={(event) => {
					void bring([...(event.target.files ?? [])]);
					event.target.value = '';
				}}
			/>
		</>
	);
	const dialog = brought !== null && (
		<ImportList
			brought={brought}
			found={look.data?.files ?? null}
			error={look.error}
			busy={take.isPending}
			onConfirm={confirm}
			onClose={() => setBrought(null)}
		/>
	);
	return {
		button,
		dialog,
		dropping: {
			onDragOver: (event) => event.preventDefault(),
			onDrop: (event) => {
				event.preventDefault();
				void bring([...event.dataTransfer.files]);
			},
		},
	};
}

import { Button } from 'antd';
import { useState } from 'react';
import type { Input } from '../../../contract/methods.ts';
import { readSetting } from '../../../contract/settings.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { WorkProgress } from '../../live/work-progress.tsx';
import { useText } from '../../texts/use-text.ts';

const FORMATS = ['pdf', 'docx', 'html', 'xlsx', 'csv', 'json', 'junit', 'ctrf'] as const;
const EXTENSION = { junit: 'junit.xml', ctrf: 'ctrf.json' } as const;

/** The same report as a document of each kind. */
export function DocumentButtons({
	source,
	name,
}: {
	source: Pick<Input<'report.render'>, 'run' | 'file'>;
	name: string;
}) {
	const { t, language } = useText();
	const { shell } = useEngine();
	const render = useAction('report.render');
	const [busy, setBusy] = useState<{ readonly format: string; readonly watch: string } | null>(null);
	const template = readSetting(useCall('settings.show', {}).data ?? {}, 'report.template');
	const write = async (format: (typeof FORMATS)[number], builtIn = false) => {
		const extension = format in EXTENSION ? EXTENSION[format as keyof typeof EXTENSION] : format;
		const place = await shell.placeForFile(`${name}.${extension}`, t('report.formats'));
		if (place === null) return;
		const watch = crypto.randomUUID();
		setBusy({ format, watch });
		render.mutate(
			{ ...source, format, out: place.file, language, watch, ...(builtIn && { builtIn }) },
			{ onSuccess: () => place.deliver(), onSettled: () => setBusy(null) },
		);
	};
	return (
		<div className="stack" style={{ gap: 6 }}>
			<strong>{t('report.formats')}</strong>
			<div className="row">
				{FORMATS.map((format) => (
					<Button
						key={format}
						size="small"
						translate="no"
						loading={busy?.format === format}
						disabled={busy !== null && busy.format !== format}
						onClick={() => void write(format)}
					>
						{format.toUpperCase()}
					</Button>
				))}
				{template !== null && (
					<Button size="small" disabled={busy !== null} onClick={() => void write('docx', true)}>
						{t('report.docxBuiltIn')}
					</Button>
				)}
			</div>
			{busy !== null && <RenderProgress watch={busy.watch} />}
		</div>
	);
}

/** How far a document is: the engine counts what is laid out and written. A format that takes no time tells nothing. */
function RenderProgress({ watch }: { watch: string }) {
	const { t } = useText();
	const stop = useAction('report.stop');
	return <WorkProgress watch={watch} label={t('report.rendering')} onStop={() => stop.mutate({ watch })} />;
}

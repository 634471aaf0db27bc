import { Button } from 'antd';
import { useState } from 'react';
import type { Input } from '../../../contract/methods.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
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
	const [busy, setBusy] = useState<string | null>(null);
	const write = async (format: (typeof FORMATS)[number]) => {
		const extension = format in EXTENSION ? EXTENSION[format as keyof typeof EXTENSION] : format;
		const place = await shell.placeForFile(`${name}.${extension}`, t('report.formats'));
		if (place === null) return;
		setBusy(format);
		render.mutate(
			{ ...source, format, out: place.file, language },
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
						loading={busy === format}
						disabled={busy !== null && busy !== format}
						onClick={() => void write(format)}
					>
						{format.toUpperCase()}
					</Button>
				))}
			</div>
			{busy !== null && <span role="status">{t('report.rendering')}</span>}
		</div>
	);
}

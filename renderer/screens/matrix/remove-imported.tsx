import { Button } from 'antd';
import { useState } from 'react';
import type { ReportResult } from '../../../contract/report-result.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { StatementDialog } from '../../people/statement-dialog.tsx';
import { useText } from '../../texts/use-text.ts';

/** Takes a report of somebody else from the matrix again; who did it and why goes on record. */
export function RemoveImported({ result }: { result: ReportResult }) {
	const { t } = useText();
	const mayChange = useMayChange();
	const [open, setOpen] = useState(false);
	const remove = useAction('report.remove', { refresh: ['report.results'] });
	const close = () => setOpen(false);
	return (
		<>
			<div>
				<Button size="small" disabled={!mayChange} onClick={() => setOpen(true)}>
					{t('matrix.remove')}
				</Button>
			</div>
			{open && (
				<StatementDialog
					title={t('matrix.removeTitle')}
					text={t('matrix.removeText', { name: result.imported?.name ?? '' })}
					busy={remove.isPending}
					removal
					onClose={close}
					onGiven={(given) => remove.mutate({ report: result.reportId, ...given }, { onSuccess: close })}
				/>
			)}
		</>
	);
}

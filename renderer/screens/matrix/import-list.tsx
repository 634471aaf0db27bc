import { Modal } from 'antd';
import type { ImportedFile } from '../../../contract/report-result.ts';
import { Failure, Loading } from '../../states/states.tsx';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { platformOf } from './platform.ts';

export interface BroughtFile {
	readonly name: string;
	readonly path: string;
}

const TAKEN: ReadonlySet<ImportedFile['state']> = new Set(['new', 'more']);

/** What was found in each file; nothing is kept before this list is confirmed, and bad files never are. */
export function ImportList(props: {
	brought: readonly BroughtFile[];
	/** null while they are being verified. */
	found: readonly ImportedFile[] | null;
	error: unknown;
	busy: boolean;
	onConfirm: (files: readonly string[]) => void;
	onClose: () => void;
}) {
	const { t } = useText();
	const { brought, found, error } = props;
	const taken = (found ?? []).filter(({ state }) => TAKEN.has(state)).map(({ file }) => file);
	const nameOf = (file: string) => brought.find(({ path }) => path === file)?.name ?? file;
	return (
		<Modal
			open
			width={720}
			title={t('matrix.importTitle')}
			okText={t('matrix.importConfirm', { count: taken.length })}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: taken.length === 0 }}
			confirmLoading={props.busy}
			onOk={() => props.onConfirm(taken)}
			onCancel={props.onClose}
		>
			<div className="stack">
				<p>{t('matrix.importHelp')}</p>
				{error !== null && <Failure error={error} />}
				{error === null && found === null && <Loading />}
				<ul className="plain-rows">
					{(found ?? []).map((file) => (
						<FoundFile key={file.file} name={nameOf(file.file)} found={file} />
					))}
				</ul>
			</div>
		</Modal>
	);
}

function FoundFile({ name, found }: { name: string; found: ImportedFile }) {
	const { t, say, format } = useText();
	const { state, summary, verdict, problem } = found;
	return (
		<li data-import={state}>
			<div className="row">
				<b className={state === 'bad' ? 'status-failed' : ''}>{t(`matrix.importState.${state}`)}</b>
				<span className="break" translate="no">
					{name}
				</span>
			</div>
			{summary !== null && (
				<>
					<StatusMark mark={markOfVerdict(summary.result)} plain />
					<div className="muted" translate="no">
						{[
							summary.product === null ? t('matrix.machine') : `${summary.product.name} ${summary.product.version}`,
							platformOf(summary.platform).name,
							summary.operator,
							format.date(summary.finishedOn),
						].join(' · ')}
					</div>
				</>
			)}
			{verdict !== null && state !== 'bad' && (
				<div className={verdict === 'refused' ? 'status-failed' : 'muted'}>{t(`verify.verdict.${verdict}`)}</div>
			)}
			{problem !== null && (
				<div className="break">
					<code translate="no">{problem.code}</code> <span translate="no">{say(problem.detail)}</span>
				</div>
			)}
		</li>
	);
}

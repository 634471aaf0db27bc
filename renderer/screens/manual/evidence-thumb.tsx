import { CloseOutlined, FileOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Evidence } from '../../../contract/evidence.ts';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { RedactDialog } from './redact-dialog.tsx';
import { usePicture } from './use-picture.ts';
import type { EvidenceTaker } from './use-take-evidence.ts';
import './evidence-thumb.css';

/** By which command it came, and how that ended. */
function CommandEnd({ command }: { command: NonNullable<Evidence['command']> }) {
	const { t, format } = useText();
	const { argv, user, exitCode, signal, startedOn, durationMs } = command;
	const line = argv.join(' ');
	return (
		<>
			<code className="ellipsis" translate="no" title={line}>
				{user === 'root' ? '# ' : '$ '}
				{line}
			</code>
			<span className="muted">
				{t('manual.commandEnd', { end: signal ?? exitCode ?? '—' })} · {format.duration(durationMs)} ·{' '}
				{format.time(startedOn)}
			</span>
		</>
	);
}

/** A piece of evidence: what it is, where it came from, its digest. Pictures open in full. */
export function EvidenceThumb({
	evidence,
	taker,
	onRemove,
}: {
	evidence: Evidence;
	taker?: EvidenceTaker;
	onRemove?: () => void;
}) {
	const { t, format } = useText();
	const isPicture = evidence.mediaType.startsWith('image/');
	const picture = usePicture(isPicture ? evidence : null);
	const [open, setOpen] = useState(false);
	const [redacting, setRedacting] = useState(false);
	const source = `manual.from.${evidence.source ?? 'file'}`;
	return (
		<figure className="thumb">
			{picture === null ? (
				<span className="thumb-picture">
					<FileOutlined aria-hidden />
				</span>
			) : (
				<button type="button" className="plain thumb-picture" onClick={() => setOpen(true)}>
					<img src={picture} alt={evidence.name} />
				</button>
			)}
			<figcaption>
				<span className="ellipsis" translate="no">
					{evidence.mediaType.startsWith('text/') ? (
						<Link to={textAddress(evidence)}>{evidence.name}</Link>
					) : (
						evidence.name
					)}
				</span>
				<span className="muted">
					{format.bytes(evidence.size)} · {Object.hasOwn(TEXTS, source) ? t(source as TextKey) : ''}
				</span>
				{evidence.command !== undefined && <CommandEnd command={evidence.command} />}
				<code className="muted" translate="no" title={`SHA-256 ${evidence.digest.sha256} SM3 ${evidence.digest.sm3}`}>
					{evidence.digest.sha256.slice(0, 12)}
				</code>
				{taker !== undefined && isPicture && (
					<button type="button" className="plain thumb-link" onClick={() => setRedacting(true)}>
						{t('manual.redact')}
					</button>
				)}
			</figcaption>
			{onRemove !== undefined && (
				<button
					type="button"
					className="plain thumb-remove"
					aria-label={t('manual.removeEvidence', { name: evidence.name })}
					onClick={onRemove}
				>
					<CloseOutlined aria-hidden />
				</button>
			)}
			<Modal
				open={open}
				onCancel={() => setOpen(false)}
				footer={null}
				title={<span translate="no">{evidence.name}</span>}
				width="90%"
			>
				{picture !== null && <img src={picture} alt={evidence.name} className="picture-full" />}
			</Modal>
			{redacting && taker !== undefined && picture !== null && (
				<RedactDialog
					picture={picture}
					onClose={() => setRedacting(false)}
					onDone={(file) => {
						setRedacting(false);
						void taker.takeFile(file, 'redacted', evidence.digest.sha256);
					}}
				/>
			)}
		</figure>
	);
}

/** What is written is read in the viewer of logs. */
function textAddress({ name, digest, cutBytes }: Evidence): string {
	const query = new URLSearchParams({ name, ...(cutBytes > 0 ? { cut: String(cutBytes) } : {}) });
	return `/log/${digest.sha256}?${query.toString()}`;
}

import { CloseOutlined, FileOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useState } from 'react';
import type { Evidence } from '../../../contract/evidence.ts';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { RedactDialog } from './redact-dialog.tsx';
import { usePicture } from './use-picture.ts';
import type { EvidenceTaker } from './use-take-evidence.ts';
import './evidence-thumb.css';

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
			<button type="button" className="plain thumb-picture" disabled={picture === null} onClick={() => setOpen(true)}>
				{picture === null ? <FileOutlined aria-hidden /> : <img src={picture} alt={evidence.name} />}
			</button>
			<figcaption>
				<span className="ellipsis" translate="no">
					{evidence.name}
				</span>
				<span className="muted">
					{format.bytes(evidence.size)} · {Object.hasOwn(TEXTS, source) ? t(source as TextKey) : ''}
				</span>
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

import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Output } from '../../../contract/methods.ts';
import { useCall } from '../../engine/use-call.ts';
import { decodeLine, detectEncoding, hexLine } from '../../log/encodings.ts';
import { bytesOf } from '../../log/evidence-windows.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';

type Piece = Output<'review.material'>['evidence'][number];

/** A piece of evidence out of a bundle: a picture, or its text as far as a dialog can hold it. */
export function EvidenceDialog({ file, piece, onClose }: { file: string; piece: Piece; onClose: () => void }) {
	const content = useCall('review.evidence', { file, sha256: piece.sha256 });
	return (
		<Modal open footer={null} width="90%" title={<span translate="no">{piece.name}</span>} onCancel={onClose}>
			<Shown query={content}>
				{({ base64, size }) =>
					piece.mediaType.startsWith('image/') ? (
						<Picture base64={base64} piece={piece} />
					) : (
						<Text bytes={bytesOf(base64)} size={size} />
					)
				}
			</Shown>
		</Modal>
	);
}

function Picture({ base64, piece }: { base64: string; piece: Piece }) {
	const [address, setAddress] = useState<string>();
	useEffect(() => {
		const made = URL.createObjectURL(new Blob([bytesOf(base64)], { type: piece.mediaType }));
		setAddress(made);
		return () => URL.revokeObjectURL(made);
	}, [base64, piece.mediaType]);
	return address === undefined ? null : <img src={address} alt={piece.name} className="review-picture" />;
}

/** Characters; more would make the page slow. */
const LONGEST = 200_000;

function Text({ bytes, size }: { bytes: Uint8Array; size: number }) {
	const { t, format } = useText();
	const { encoding } = detectEncoding(bytes, { start: true, end: bytes.length === size });
	const text = encoding === 'hex' ? hexLine(bytes.subarray(0, 4096), 0) : decodeLine(bytes, encoding);
	const cut = text.length > LONGEST || bytes.length < size;
	return (
		<>
			{cut && <p className="muted">{t('review.evidenceCut', { size: format.bytes(size) })}</p>}
			<pre className="block review-evidence" translate="no">
				{text.slice(0, LONGEST)}
			</pre>
		</>
	);
}

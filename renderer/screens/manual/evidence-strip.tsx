import { CameraOutlined, FileAddOutlined, NumberOutlined, ScissorOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { Evidence } from '../../../contract/evidence.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useText } from '../../texts/use-text.ts';
import type { EvidenceKind } from './answer-draft.ts';
import { CameraDialog } from './camera-dialog.tsx';
import { EvidenceThumb } from './evidence-thumb.tsx';
import { ReadingForm } from './reading-form.tsx';
import type { EvidenceTaker } from './use-take-evidence.ts';

/** The evidence of one expected result and the ways to add more. */
export function EvidenceStrip(props: {
	taker: EvidenceTaker;
	kinds: readonly EvidenceKind[];
	evidence: readonly Evidence[];
	onChange: (evidence: readonly Evidence[]) => void;
	/** Further ways, such as commands that the suite offers. */
	children?: ReactNode;
}) {
	const { taker, kinds } = props;
	const { t, format } = useText();
	const { shell } = useEngine();
	const chooser = useRef<HTMLInputElement>(null);
	const [camera, setCamera] = useState(false);
	const [reading, setReading] = useState(false);
	return (
		<div className="stack" style={{ gap: 8 }}>
			<div className="row">
				<strong>{t('manual.evidence')}</strong>
				{kinds.length > 0 && (
					<span className="muted">
						{t('manual.evidenceNeeded', { kinds: format.list(kinds.map((kind) => t(`manual.kind.${kind}`))) })}
					</span>
				)}
			</div>
			<div className="row">
				<Button icon={<ScissorOutlined aria-hidden />} loading={taker.busy} onClick={() => void taker.captureScreen()}>
					{t(shell.kind === 'window' ? 'manual.captureThis' : 'manual.capture')}
				</Button>
				<Button icon={<CameraOutlined aria-hidden />} onClick={() => setCamera(true)}>
					{t('manual.camera')}
				</Button>
				<Button icon={<FileAddOutlined aria-hidden />} onClick={() => chooser.current?.click()}>
					{t('manual.file')}
				</Button>
				<Button icon={<NumberOutlined aria-hidden />} onClick={() => setReading(!reading)}>
					{t('manual.reading')}
				</Button>
				<span className="muted">{t('manual.paste')}</span>
			</div>
			{props.children}
			<input
				ref={chooser}
				type="file"
				hidden
				multiple
				tabIndex={-1}
				aria-hidden="true"
				onChange={(event) => {
					for (const file of event.target.files ?? []) void taker.takeFile(file, 'file');
					event.target.value = '';
				}}
			/>
			{reading && (
				<ReadingForm
					onAdd={(value, unit) => {
						setReading(false);
						void taker.takeReading(value, unit);
					}}
				/>
			)}
			<div className="row">
				{props.evidence.map((piece) => (
					<EvidenceThumb
						key={`${piece.name} ${piece.digest.sha256}`}
						evidence={piece}
						taker={taker}
						onRemove={() => props.onChange(props.evidence.filter((other) => other !== piece))}
					/>
				))}
			</div>
			<CameraDialog
				open={camera}
				onClose={() => setCamera(false)}
				onPicture={(file) => {
					setCamera(false);
					void taker.takeFile(file, 'camera');
				}}
			/>
		</div>
	);
}

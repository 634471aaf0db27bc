import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useEngine } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Failure } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { ReportPreview } from '../reports/report-preview.tsx';
import { ReviewForm } from '../reports/review-form.tsx';
import '../reports/reports.css';
import { VerificationView } from './verification-view.tsx';
import './verify.css';

/** Drop a file, see whether it is what it says. Needs no run, no key, no network. */
export function VerifyScreen() {
	const { t } = useText();
	const { shell } = useEngine();
	const [params] = useSearchParams();
	const given = params.get('file');
	const chooser = useRef<HTMLInputElement>(null);
	const [file, setFile] = useState<{ path: string; name: string } | null>(null);
	const [bringing, setBringing] = useState(false);
	const [preview, setPreview] = useState(false);
	const verify = useAction('bundle.verify', { quiet: true });
	const start = verify.mutate;
	const check = useCallback(
		(path: string, name: string) => {
			setFile({ path, name });
			setPreview(false);
			start({ file: path });
		},
		[start],
	);
	// The desktop opens a double-clicked .xcr here.
	useEffect(() => {
		if (given !== null) check(given, given);
	}, [given, check]);
	const bring = async (dropped: File | undefined) => {
		if (dropped === undefined) return;
		setBringing(true);
		try {
			check(await shell.bringFile(dropped), dropped.name);
		} finally {
			setBringing(false);
		}
	};
	return (
		<Screen title={t('verify.title')} back={<BackLink to="/reports" text={t('reports.title')} />}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same */}
			<div
				className={verify.data === undefined ? 'drop panel' : 'drop drop-small panel'}
				onDragOver={(event) => event.preventDefault()}
				onDrop={(event) => {
					event.preventDefault();
					void bring(event.dataTransfer.files[0]);
				}}
			>
				<SafetyCertificateOutlined className="drop-mark" aria-hidden />
				<p>{t('verify.drop')}</p>
				<Button type="primary" loading={bringing || verify.isPending} onClick={() => chooser.current?.click()}>
					{verify.data === undefined ? t('action.chooseFile') : t('verify.another')}
				</Button>
				<p className="muted">{t('verify.help')}</p>
				<input
					ref={chooser}
					type="file"
					accept=".xcr"
					hidden
					tabIndex={-1}
					aria-hidden="true"
					onChange={(event) => {
						void bring(event.target.files?.[0]);
						event.target.value = '';
					}}
				/>
			</div>
			{verify.error !== null && (
				<Failure error={verify.error} onRetry={() => file !== null && check(file.path, file.name)} />
			)}
			{verify.data !== undefined && file !== null && (
				<>
					<VerificationView verification={verify.data} name={file.name} />
					{verify.data.verdict !== 'invalid' && !preview && (
						<div>
							<Button onClick={() => setPreview(true)}>{t('verify.preview')}</Button>
						</div>
					)}
					{verify.data.verdict !== 'invalid' && (
						<ReviewForm
							file={file.path}
							handBack={file.name.split('/').at(-1) ?? file.name}
							verification={verify.data}
							onMade={() => undefined}
						/>
					)}
					{preview && <ReportPreview source={{ file: file.path }} />}
				</>
			)}
		</Screen>
	);
}

import { useMemo } from 'react';
import type { Input } from '../../../contract/methods.ts';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';

/** The report as it will be read, in a frame of its own without scripts, links or requests. It stays white in the dark. */
export function ReportPreview({ source }: { source: Pick<Input<'report.preview'>, 'run' | 'file'> }) {
	const { t, language } = useText();
	const preview = useCall('report.preview', { ...source, language });
	return <Shown query={preview}>{({ html }) => <PreviewFrame html={html} title={t('report.preview')} />}</Shown>;
}

function PreviewFrame({ html, title }: { html: string; title: string }) {
	// The frame inherits the page's policy: the report's style sheet needs the page's nonce to count, and its script (the
	// filter of the saved file) never runs here.
	const document = useMemo(
		() => html.replaceAll('<style', `<style nonce="${pageNonce()}"`).replaceAll(/<script>[\s\S]*?<\/script>/gu, ''),
		[html],
	);
	return <iframe className="report-frame" title={title} sandbox="" srcDoc={document} />;
}

function pageNonce(): string {
	return window.document.querySelector('script')?.nonce ?? '';
}

import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useText } from '../texts/use-text.ts';

/** A screen that throws does not take the frame with it. */
export class CrashGuard extends Component<{ place: string; children: ReactNode }, { error: unknown; place: string }> {
	override state = { error: undefined as unknown, place: this.props.place };

	static getDerivedStateFromError(error: unknown) {
		return { error };
	}

	static getDerivedStateFromProps(props: { place: string }, state: { error: unknown; place: string }) {
		return props.place === state.place ? null : { error: undefined, place: props.place };
	}

	override render() {
		return this.state.error === undefined ? this.props.children : <Crash error={this.state.error} />;
	}
}

function Crash({ error }: { error: unknown }) {
	const { t } = useText();
	return (
		<div className="state" role="alert" data-state="crash">
			<h1>{t('crash.title')}</h1>
			<p className="muted">{t('crash.text')}</p>
			<code className="break" translate="no">
				{error instanceof Error ? error.message : String(error)}
			</code>
			<Button type="primary" onClick={() => window.location.reload()}>
				{t('crash.reload')}
			</Button>
		</div>
	);
}

import { CloseCircleOutlined, InboxOutlined } from '@ant-design/icons';
import { type QueryFilters, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { ShipeiError } from '../../contract/errors.ts';
import { useText } from '../texts/use-text.ts';
import { useErrorText } from './error-text.ts';
import { useStateHeading } from './inside-screen.ts';
import { useShows } from './shown-errors.ts';
import './states.css';

/** Nothing there yet: why, and the one action that fills it. */
export function Empty({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
	const Heading = useStateHeading();
	return (
		<div className="state" data-state="empty">
			<InboxOutlined className="state-mark" aria-hidden />
			<Heading className="state-title">{title}</Heading>
			{text !== undefined && <p className="muted">{text}</p>}
			{action}
		</div>
	);
}

/** Skeleton after 150 ms, words after 2 s, a way out after 5 s. */
export function Loading({ onCancel }: { onCancel?: () => void }) {
	const { t } = useText();
	const [stage, setStage] = useState(0);
	useEffect(() => {
		const timers = [150, 2000, 5000].map((wait, index) => setTimeout(() => setStage(index + 1), wait));
		return () => timers.forEach(clearTimeout);
	}, []);
	return (
		<div data-state="loading" aria-busy="true" className="stack">
			{stage > 0 && <Skeleton active={false} paragraph={{ rows: 5 }} />}
			<div role="status" className="row">
				{stage > 1 && <span className="muted">{t('loading.text')}</span>}
				{stage > 2 && onCancel !== undefined && <Button onClick={onCancel}>{t('loading.cancel')}</Button>}
			</div>
		</div>
	);
}

/** What went wrong, what is safe, and what to do. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
	const { t } = useText();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const Heading = useStateHeading();
	useShows(error);
	const code = error instanceof ShipeiError ? error.code : 'call.unexpected';
	const copy = () => {
		const details = error instanceof ShipeiError ? JSON.stringify(error.details) : String(error);
		void navigator.clipboard
			.writeText(`${code}\n${textOf(error)}\n${details}`)
			.then(() => message.success(t('action.copied')));
	};
	return (
		<div className="state" data-state="error" role="alert">
			<CloseCircleOutlined className="state-mark" aria-hidden />
			<Heading className="state-title">{t('error.title')}</Heading>
			<p className="break" translate="no">
				{textOf(error)}
			</p>
			<p className="muted">
				{t('error.code')} <code translate="no">{code}</code> · {t('error.kept')}
			</p>
			<div className="row">
				{onRetry !== undefined && (
					<Button type="primary" onClick={onRetry}>
						{t('action.retry')}
					</Button>
				)}
				<Button onClick={copy}>{t('error.copy')}</Button>
				<Link to="/audit">{t('error.audit')}</Link>
			</div>
		</div>
	);
}

/** A bar above content that is there but not whole. */
export function Partial({ children }: { children: ReactNode }) {
	const { t } = useText();
	return (
		<div className="bar" data-state="partial" role="note">
			<strong>{t('partial.title')}</strong>
			<span>{children}</span>
		</div>
	);
}

/** Shows content of a call, or the state that it is in. */
export function Shown<Value>({
	query,
	children,
}: {
	query: { data: Value | undefined; error: unknown; refetch: () => unknown };
	children: (value: Value) => ReactNode;
}) {
	if (query.data !== undefined) return children(query.data);
	if (query.error !== null) return <Failure error={query.error} onRetry={() => query.refetch()} />;
	return <Waiting />;
}

/** Calls are on their way; they can be cancelled, and made again. */
export function Waiting() {
	const { t } = useText();
	const queries = useQueryClient();
	const [cancelled, setCancelled] = useState(false);
	if (!cancelled) {
		const cancel = () => {
			setCancelled(true);
			// Else asking again would only wait on for the answer that does not come.
			void queries.cancelQueries(UNANSWERED);
		};
		return <Loading onCancel={cancel} />;
	}
	const retry = () => {
		setCancelled(false);
		void queries.refetchQueries(UNANSWERED);
	};
	return <Empty title={t('loading.cancelled')} action={<Button onClick={retry}>{t('action.retry')}</Button>} />;
}

/** All that the screen still waits for. */
const UNANSWERED: QueryFilters = {
	type: 'active',
	predicate: ({ state }) => state.data === undefined && state.error === null,
};

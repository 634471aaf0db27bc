import {
	AppstoreOutlined,
	BulbOutlined,
	CloudServerOutlined,
	DesktopOutlined,
	DisconnectOutlined,
	QuestionCircleOutlined,
	SearchOutlined,
	TeamOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import { Link } from 'react-router';
import type { RunSummary } from '../../contract/run.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useCall } from '../engine/use-call.ts';
import { usePreferencesStore } from '../preferences/use-preferences.ts';
import { hostHeadline } from '../screens/host/host-headline.ts';
import { StatusGlyph } from '../status/status-glyph.tsx';
import { useText } from '../texts/use-text.ts';
import { useDark } from '../theme/page-theme.tsx';
import { AskingPill } from './asking-pill.tsx';
import './strip.css';

/** What is always true here: which machine, which network, what runs; and language, colours, help. */
export function TopStrip({ onHelp, onPalette }: { onHelp: () => void; onPalette: () => void }) {
	const { t } = useText();
	const store = usePreferencesStore();
	const dark = useDark();
	return (
		<header className="strip no-print">
			<HostBadge />
			<ProductBadge />
			<NetworkBadge />
			<RunningPill />
			<AskingPill />
			<span className="strip-space" />
			<StripButton label={t('strip.palette')} onClick={onPalette}>
				<SearchOutlined aria-hidden />
			</StripButton>
			<StripButton
				label={t('strip.theme')}
				onClick={() => store.change((before) => ({ ...before, theme: dark ? 'light' : 'dark' }))}
			>
				<BulbOutlined aria-hidden />
			</StripButton>
			<StripButton
				label={t('strip.language')}
				onClick={() => store.change((before) => ({ ...before, language: before.language === 'en' ? 'zh' : 'en' }))}
			>
				<span aria-hidden="true">{t('strip.languageName')}</span>
			</StripButton>
			<StripButton label={t('strip.help')} onClick={onHelp}>
				<QuestionCircleOutlined aria-hidden />
			</StripButton>
		</header>
	);
}

function StripButton({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
	return (
		<Tooltip title={label} mouseEnterDelay={0.5}>
			<button type="button" className="strip-button" aria-label={label} onClick={onClick}>
				{children}
			</button>
		</Tooltip>
	);
}

function HostBadge() {
	const { t } = useText();
	const host = useCall('host.current', {});
	if (host.data === undefined) return <span className="strip-host" />;
	const headline = host.data === null ? null : hostHeadline(host.data.profile);
	return (
		<Link to="/host" className="strip-host ellipsis">
			<DesktopOutlined aria-hidden />
			{headline === null ? (
				<span>{t('strip.noHost')}</span>
			) : (
				<>
					<span className="ellipsis" translate="no">
						{headline.machine !== null && <span className="strip-machine">{headline.machine} · </span>}
						{[headline.cpu, headline.os].filter((part) => part !== null).join(' · ')}
					</span>
					{headline.virtual !== null && (
						<span className="chip">{t(headline.virtual === 'container' ? 'strip.container' : 'strip.virtual')}</span>
					)}
				</>
			)}
		</Link>
	);
}

function NetworkBadge() {
	const { t } = useText();
	const { shell } = useEngine();
	const lan = window.location.protocol === 'https:';
	const text = shell.kind === 'window' ? 'strip.window' : lan ? 'strip.lan' : 'strip.loopback';
	const Icon = lan ? TeamOutlined : shell.kind === 'window' ? DisconnectOutlined : CloudServerOutlined;
	return (
		<Tooltip title={t(lan ? 'strip.lanHelp' : 'strip.loopbackHelp')}>
			<span className="chip strip-network">
				<Icon aria-hidden /> <span>{t(text)}</span>
			</span>
		</Tooltip>
	);
}

/** What is tested now; between two runs, what was tested last. */
function ProductBadge() {
	const { t } = useText();
	const runs = useCall('run.list', {}).data ?? [];
	const run = runs.find(isGoingOn) ?? runs[0];
	if (run === undefined || run.product === null) return null;
	const name = `${run.product.name} ${run.product.version}`;
	const text = t(isGoingOn(run) ? 'strip.product' : 'strip.lastProduct', { name });
	return (
		<Tooltip title={text}>
			<Link to={`/products/${encodeURIComponent(run.product.id)}`} className="chip strip-product" aria-label={text}>
				<AppstoreOutlined aria-hidden />
				<span className="ellipsis" translate="no">
					{name}
				</span>
			</Link>
		</Tooltip>
	);
}

function RunningPill() {
	const { t } = useText();
	const run = useCall('run.list', {}).data?.find(isGoingOn);
	if (run === undefined) return null;
	const done = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
	const paused = run.state === 'paused';
	return (
		<Link to={`/runs/${run.id}`} className="pill">
			<StatusGlyph mark={paused ? 'paused' : 'running'} />
			<span>{t(paused ? 'strip.paused' : 'strip.running', { done, total: run.total })}</span>
			<progress max={Math.max(1, run.total)} value={done} aria-hidden="true" />
		</Link>
	);
}

function isGoingOn({ state }: RunSummary): boolean {
	return state === 'running' || state === 'paused';
}

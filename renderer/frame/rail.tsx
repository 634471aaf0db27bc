import {
	AppstoreOutlined,
	DesktopOutlined,
	ExperimentOutlined,
	FileProtectOutlined,
	HomeOutlined,
	InboxOutlined,
	PlayCircleOutlined,
	SettingOutlined,
	SwapOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../texts/use-text.ts';
import { isAt, PLACES, type Place } from './places.ts';

const ICONS: Readonly<Record<Place['icon'], ComponentType>> = {
	overview: HomeOutlined,
	host: DesktopOutlined,
	products: InboxOutlined,
	suites: ExperimentOutlined,
	runs: PlayCircleOutlined,
	compare: SwapOutlined,
	matrix: AppstoreOutlined,
	reports: FileProtectOutlined,
	settings: SettingOutlined,
};

/** The way to every screen: icon and word, folded on narrow displays. */
export function Rail() {
	const { t } = useText();
	const { pathname } = useLocation();
	return (
		<nav className="rail no-print" aria-label={t('rail.label')}>
			<Link to="/" className="rail-name" aria-label={t('app.name')}>
				<img src="./icon.svg" alt="" width="26" height="26" />
				<span>{t('app.name')}</span>
			</Link>
			<ul>
				{PLACES.map((place) => {
					const Icon = ICONS[place.icon];
					const here = isAt(place, pathname);
					return (
						<li key={place.to}>
							<Link to={place.to} aria-current={here ? 'page' : undefined} className="rail-link">
								<Icon aria-hidden />
								<span>{t(place.text)}</span>
							</Link>
						</li>
					);
				})}
			</ul>
		</nav>
	);
}

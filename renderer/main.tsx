import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './engine/connect.ts';
import { createPreferences } from './preferences/preferences.ts';
import { startTexts } from './texts/start-texts.ts';
import './theme/page.css';
import './theme/chip.css';
import './theme/table.css';
import './theme/print.css';

const preferences = createPreferences(window.localStorage);
startTexts(preferences);
const place = document.getElementById('root');
if (place !== null) {
	const root = createRoot(place);
	void connect().then((engine) =>
		root.render(
			<StrictMode>
				<App engine={engine} preferences={preferences} />
			</StrictMode>,
		),
	);
}

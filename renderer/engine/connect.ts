import { type Client, createClient } from '../../contract/client.ts';
import { browserShell } from '../shell/browser-shell.ts';
import type { PageShell } from '../shell/page-shell.ts';
import { createStore, type Store } from '../state/store.ts';
import { connectWindow } from './connect-window.ts';
import { type ConnectionState, httpTransport } from './http-transport.ts';
import { openSession, type Session } from './session.ts';

/** The engine as the page sees it, and what the page's surroundings can do. */
export interface Engine {
	readonly client: Client;
	readonly shell: PageShell;
	readonly state: Store<ConnectionState>;
	readonly session: Session;
}

/** In the desktop window by the port that the preload hands over, in a browser by HTTP. */
export async function connect(): Promise<Engine> {
	const state = createStore<ConnectionState>('there');
	const inWindow = await connectWindow(state);
	if (inWindow !== null) return inWindow;
	const session = await openSession(window.location, window.history);
	if (!session.signedIn) state.set('signedOut');
	const transport = httpTransport({
		base: '',
		fetch: window.fetch.bind(window),
		onState: (next) => state.set(next),
	});
	return { client: createClient(transport), shell: browserShell(), state, session };
}

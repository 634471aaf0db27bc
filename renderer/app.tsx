import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { HashRouter } from 'react-router';
import type { Engine } from './engine/connect.ts';
import { EngineContext } from './engine/engine-context.ts';
import { Frame } from './frame/frame.tsx';
import { SignIn } from './frame/sign-in.tsx';
import { LiveFeed } from './live/live-feed.tsx';
import type { Preferences } from './preferences/preferences.ts';
import { PreferencesContext } from './preferences/use-preferences.ts';
import type { Store } from './state/store.ts';
import { TextsContext, useMadeTexts } from './texts/use-text.ts';
import { PageTheme } from './theme/page-theme.tsx';

/** The page: who sees it how, what it talks to, and the frame around all screens. */
export function App({ engine, preferences }: { engine: Engine; preferences: Store<Preferences> }) {
	const [queries] = useState(createQueries);
	const texts = useMadeTexts();
	return (
		<TextsContext value={texts}>
			<PreferencesContext value={preferences}>
				<EngineContext value={engine}>
					<QueryClientProvider client={queries}>
						<PageTheme>
							{!engine.session.signedIn ? (
								<SignIn session={engine.session} />
							) : (
								<HashRouter>
									<LiveFeed>
										<Frame />
									</LiveFeed>
								</HashRouter>
							)}
						</PageTheme>
					</QueryClientProvider>
				</EngineContext>
			</PreferencesContext>
		</TextsContext>
	);
}

/** Answers stay until an event makes them old; nothing is polled, and the engine is local: it works without a network. */
function createQueries(): QueryClient {
	return new QueryClient({
		defaultOptions: {
			queries: { staleTime: 2000, gcTime: 120_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
			mutations: { networkMode: 'always' },
		},
	});
}

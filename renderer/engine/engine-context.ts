import { createContext, useContext } from 'react';
import { useStore } from '../state/store.ts';
import type { Engine } from './connect.ts';

export const EngineContext = createContext<Engine | null>(null);

export function useEngine(): Engine {
	const engine = useContext(EngineContext);
	if (engine === null) throw new Error('no engine around this component');
	return engine;
}

/** False while the engine is gone, or another process owns the data folder: then nothing may be changed. */
export function useMayChange(): boolean {
	return useStore(useEngine().state) === 'there';
}

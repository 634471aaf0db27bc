import type { Client } from '../contract/client.ts';
import type { Engine } from './open-engine.ts';

export type { Engine } from './open-engine.ts';
export { findResources } from './resources.ts';

/**
 * Takes a data folder, or reaches the process that has it. Errors: store.locked when that one does not answer, and
 * whatever the database has to say. The parts are loaded when they are asked for: `host detect` needs no database.
 */
export async function openEngine(options: { readonly dataDirectory: string }): Promise<Engine> {
	return (await import('./open-engine.ts')).openEngine(options);
}

/** What can be asked without a data folder: detection, suites, verifying and rendering a bundle. */
export async function openStateless(options: { readonly dataDirectory: string }): Promise<Client> {
	return (await import('./open-stateless.ts')).openStateless(options);
}

export type { Engine } from './open-engine.ts';
export { openEngine } from './open-engine.ts';
export { openStateless } from './open-stateless.ts';
export { findResources } from './resources.ts';

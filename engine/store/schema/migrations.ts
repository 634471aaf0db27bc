import { first } from './0001-first.ts';
import { verified } from './0002-verified.ts';

/** In order; the database's user_version is how many of them it has. Never change one that was released. */
export const MIGRATIONS: readonly string[] = [first, verified];

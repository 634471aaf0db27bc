import type { ErrorTable } from './table.ts';

export const keyErrors = {} as const satisfies ErrorTable;

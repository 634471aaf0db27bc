import type { ErrorTable } from './table.ts';

export const runErrors = {} as const satisfies ErrorTable;

import type { ErrorTable } from './table.ts';

export const hostErrors = {} as const satisfies ErrorTable;

import type { ErrorTable } from './table.ts';

export const productErrors = {} as const satisfies ErrorTable;

import type { ErrorTable } from './table.ts';

export const storeErrors = {} as const satisfies ErrorTable;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Why a text is not the JSON that we accept, and where: `at` counts UTF-16 units from 0. */
export interface JsonProblem {
	readonly problem: string;
	readonly at: number;
}

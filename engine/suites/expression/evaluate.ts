import { fromCel, toCel } from './cel-value.ts';
import { type CompiledExpression, compile, type ExpressionProblem, type Scope } from './environment.ts';
import { mentions } from './mentions.ts';

/**
 * The value of an expression as plain data. `unknown`: something that it speaks of was not detected, so that nothing
 * can be said; `wrong`: the expression itself cannot be worked out.
 */
export type Evaluation =
	| { readonly value: unknown }
	| { readonly unknown: readonly string[] }
	| { readonly wrong: string };

export function evaluate(text: string, scope: Scope): Evaluation {
	const expression = compile(text);
	return 'message' in expression ? { wrong: expression.message } : run(expression, scope);
}

function run(expression: CompiledExpression, scope: Scope): Evaluation {
	try {
		return { value: fromCel(expression.run(celScope(scope))) };
	} catch (error) {
		const missing = mentions(expression.ast, scope).filter(({ value }) => value === null || value === undefined);
		if (missing.length > 0) return { unknown: missing.map(({ path }) => path) };
		return { wrong: messageOf(error) };
	}
}

function celScope(scope: Scope): Record<string, unknown> {
	return Object.fromEntries(Object.entries(scope).map(([root, value]) => [root, toCel(value)]));
}

function messageOf(error: unknown): string {
	const { summary, message } = error as Partial<ExpressionProblem> & { summary?: string };
	return (summary ?? message ?? String(error)).split('\n')[0] ?? '';
}

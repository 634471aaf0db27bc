import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { compareVersions } from './compare-versions.ts';

/** What an expression may speak of; see the suite author's guide. */
export const ROOTS = ['host', 'product', 'params', 'tools', 'matrix', 'each', 'suite', 'case'] as const;
export type Root = (typeof ROOTS)[number];

export type Scope = Readonly<Partial<Record<Root, unknown>>>;

export interface CompiledExpression {
	readonly text: string;
	readonly ast: ASTNode;
	run(scope: Scope): unknown;
}

export interface ExpressionProblem {
	readonly message: string;
	/** Offset in the expression. */
	readonly at: number;
}

const environment = createEnvironment();
const compiled = new Map<string, CompiledExpression | ExpressionProblem>();
const MAX_CACHED = 20_000;

/** Parses and type-checks an expression, once for every text. */
export function compile(text: string): CompiledExpression | ExpressionProblem {
	const known = compiled.get(text);
	if (known !== undefined) return known;
	const answer = parse(text);
	if (compiled.size >= MAX_CACHED) compiled.clear();
	compiled.set(text, answer);
	return answer;
}

function parse(text: string): CompiledExpression | ExpressionProblem {
	try {
		const expression = environment.parse(text);
		const checked = expression.check();
		if (!checked.valid) return problemOf(checked.error);
		return { text, ast: expression.ast, run: (scope) => expression(scope) as unknown };
	} catch (error) {
		return problemOf(error);
	}
}

function problemOf(error: unknown): ExpressionProblem {
	const { summary, message, range } = error as { summary?: string; message?: string; range?: { start: number } };
	return { message: (summary ?? message ?? String(error)).split('\n')[0] ?? '', at: range?.start ?? 0 };
}

function createEnvironment(): Environment {
	const created = new Environment({
		unlistedVariablesAreDyn: false,
		homogeneousAggregateLiterals: false,
		enableOptionalTypes: true,
		limits: { maxAstNodes: 2_000, maxDepth: 100 },
	});
	for (const root of ROOTS) created.registerVariable(root, 'dyn');
	registerMixedArithmetic(created);
	created.registerFunction(
		'atLeast(string, string): bool',
		(found: string, wanted: string) => compareVersions(found, wanted) >= 0,
	);
	created.registerFunction(
		'below(string, string): bool',
		(found: string, limit: string) => compareVersions(found, limit) < 0,
	);
	return created;
}

/** CEL keeps int and double apart; whoever writes `host.memory.total / 2.5` should not need to know. */
function registerMixedArithmetic(created: Environment): void {
	const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
		'+': (a, b) => a + b,
		'-': (a, b) => a - b,
		'*': (a, b) => a * b,
		'/': (a, b) => a / b,
	};
	for (const [operator, operation] of Object.entries(operations)) {
		const handler = (a: number | bigint, b: number | bigint): number => operation(Number(a), Number(b));
		created.registerOperator(`int ${operator} double`, handler);
		created.registerOperator(`double ${operator} int`, handler);
	}
}

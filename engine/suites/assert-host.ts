import type { ActionWith } from '../../contract/actions.ts';
import type { Plain } from '../../contract/host/plain-host.ts';
import type { HostProfile } from '../../contract/host.ts';
import type { Reason, SkipReason } from '../../contract/run.ts';
import { compile, type Scope } from './expression/environment.ts';
import { evaluate } from './expression/evaluate.ts';
import { explainNo } from './expression/explain-no.ts';
import { mentions } from './expression/mentions.ts';
import { toleratesNull } from './expression/tolerates-null.ts';

export type AssertionResult =
	| { readonly status: 'passed'; readonly found: string }
	| { readonly status: 'failed' | 'errored'; readonly reason: Reason }
	| { readonly status: 'skipped'; readonly skip: SkipReason; readonly reason: Reason };

/**
 * Carries out the action `host.assert` on a host as it was detected now. A value that was not detected decides nothing:
 * it passes for neither, unless the expression itself asks for it (`host.x == null`, `has(host.x)`).
 */
export function assertHost(given: ActionWith<'host.assert'>, host: Plain<HostProfile>): AssertionResult {
	const { expression } = given;
	const compiled = compile(expression);
	if ('message' in compiled) return broken(expression, compiled.message);
	const scope: Scope = { ...given.scope, host };
	const found = mentions(compiled.ast, scope);
	const unknown = found.filter(({ path, value }) => (value ?? null) === null && !toleratesNull(compiled.ast, path));
	const answer = unknown.length > 0 ? { unknown: unknown.map(({ path }) => path) } : evaluate(expression, scope);
	if ('value' in answer && answer.value === true)
		return { status: 'passed', found: explainNo(expression, scope, answer).found };
	if ('wrong' in answer) return broken(expression, answer.wrong);
	const no = explainNo(expression, scope, answer);
	if ('unknown' in answer && given.unknown === 'skip') {
		const reason = { code: 'host.unknown', text: no.reason, expected: expression, actual: no.found };
		return { status: 'skipped', skip: 'unsupported', reason };
	}
	const code = given.otherwise?.code ?? 'host';
	const text = given.otherwise?.text ?? no.reason;
	return { status: 'failed', reason: { code, text, expected: expression, actual: no.found } };
}

function broken(expression: string, message: string): AssertionResult {
	const text = {
		zh: `表达式“${expression}”无法计算：${message}`,
		en: `The expression “${expression}” cannot be worked out: ${message}`,
	};
	return { status: 'errored', reason: { code: 'expression', text, expected: expression } };
}

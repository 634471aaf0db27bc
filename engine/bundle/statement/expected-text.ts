import type { Expectation, PlannedCase, TextExpectation, ValueExpectation } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';

type Said = { readonly zh: string; readonly en: string };

/**
 * What a case asks for, in words for the report: its author's summary; without one the expected results of its manual
 * steps, else what is expected of its processes.
 */
export function expectedText(planned: Pick<PlannedCase, 'summary' | 'steps' | 'expect'>): Text {
	if (planned.summary !== undefined) return planned.summary;
	const manual = planned.steps.flatMap((step) => (step.kind === 'manual' ? step.expected : []));
	if (manual.length > 0) return joined(manual);
	const expectations = [planned.expect, ...planned.steps.map(({ expect }) => expect)].filter(
		(expect) => expect !== undefined,
	);
	return joined(expectations.length === 0 ? [EVERY_STEP] : expectations.flatMap(described));
}

const EVERY_STEP: Said = { zh: '每个步骤均成功', en: 'every step succeeds' };

function described({ exit, signal, stdout, stderr, json, files = [] }: Expectation): Said[] {
	return [
		...ending(exit, signal),
		...outputText({ zh: '标准输出', en: 'standard output' }, stdout),
		...outputText({ zh: '标准错误', en: 'standard error' }, stderr),
		...(json === undefined ? [] : [json].flat()).flatMap(valueText),
		...files.map(({ path, exists = true }) =>
			exists
				? { zh: `文件 ${path} 符合要求`, en: `file ${path} as required` }
				: { zh: `无文件 ${path}`, en: `no file ${path}` },
		),
	];
}

function ending(exit: Expectation['exit'], signal: string | undefined): Said[] {
	if (signal !== undefined) return [{ zh: `以信号 ${signal} 结束`, en: `ended by signal ${signal}` }];
	if (exit === 'any') return [];
	const codes = [exit ?? 0].flat().join(' / ');
	return [{ zh: `退出码 ${codes}`, en: `exit status ${codes}` }];
}

function outputText(where: Said, expected: TextExpectation | undefined): Said[] {
	if (expected === undefined) return [];
	const { matches, notMatches, contains, notContains, equals, empty } = expected;
	const rule = (zh: string, en: string, value: string | undefined): Said[] =>
		value === undefined ? [] : [{ zh: `${where.zh}${zh}“${value}”`, en: `${where.en} ${en} “${value}”` }];
	const emptiness: Said[] =
		empty === undefined
			? []
			: [{ zh: `${where.zh}${empty ? '为空' : '不为空'}`, en: `${where.en} ${empty ? 'is' : 'is not'} empty` }];
	return [
		...rule('匹配', 'matches', matches),
		...rule('不匹配', 'does not match', notMatches),
		...rule('包含', 'contains', contains),
		...rule('不包含', 'does not contain', notContains),
		...rule('等于', 'equals', equals),
		...emptiness,
	];
}

function valueText({ path, otherwise: _, ...rules }: ValueExpectation): Said[] {
	const rule = Object.entries(rules)
		.map(([name, value]) => `${name} ${JSON.stringify(value)}`)
		.join(', ');
	return [{ zh: `${path}：${rule}`, en: `${path}: ${rule}` }];
}

function joined(parts: readonly Text[]): Text {
	const zh = parts.map((part) => part.zh ?? part.en ?? '');
	const en = parts.map((part) => part.en ?? part.zh ?? '');
	return { zh: [...new Set(zh)].join('；'), en: [...new Set(en)].join('; ') };
}

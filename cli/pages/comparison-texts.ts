import type { ComparisonVerdict } from '../../contract/comparison.ts';
import type { Grade } from '../../contract/measurement/summary.ts';
import type { Language } from '../../contract/text.ts';

/** The words of the comparison page. */
export const WORDS = {
	zh: {
		title: '对比：{candidate}（被比） 与 {baseline}（基线）',
		coverage: '可比 {comparable} / {total} 项',
		none: '没有任何指标可比。',
		header: {
			...{ metric: '指标', verdict: '结论', ratio: '比值', interval: '95 % 区间', q: 'q' },
			...{ baseline: '基线', candidate: '被比', n: 'n', grade: '等级' },
		},
		ratio: '比值大于 1 表示更好。',
		notComparable: '不可比：',
		reference: '分数以参考机为 1000：{name}\n  参考机报告 {reportId}，签名者 {signers}（{standing}）',
		ownReference: '  套件没有指定参考机，此参考机由对比者选定：只能与同一参考机的分数相比。',
		standings: { trusted: '受信任', intact: '内容完好，无信任列表作证' },
		sides: { candidate: '被比', baseline: '基线' },
		score: '{value}（95 % 区间 {lo} 至 {hi}）',
		noScore: '不给出',
		members: '{k} / {n} 项',
		comma: '，',
		overview: '各次运行与基线 {baseline} 相比：',
		list: '、',
		open: '无界',
	},
	en: {
		title: 'Comparison: {candidate} (candidate) with {baseline} (baseline)',
		coverage: '{comparable} of {total} metrics are comparable',
		none: 'No metric is comparable.',
		header: {
			...{ metric: 'metric', verdict: 'verdict', ratio: 'ratio', interval: '95 % interval', q: 'q' },
			...{ baseline: 'baseline', candidate: 'candidate', n: 'n', grade: 'grade' },
		},
		ratio: 'A ratio above 1 is better.',
		notComparable: 'Not comparable:',
		reference:
			'Scores, where 1000 is the reference machine: {name}\n  its report {reportId}, signed by {signers} ({standing})',
		ownReference:
			'  The suite names no reference; this one was chosen here: compare with scores of the same reference only.',
		standings: { trusted: 'trusted', intact: 'unaltered; no trust list vouches for it' },
		sides: { candidate: 'candidate', baseline: 'baseline' },
		score: '{value} (95 % interval {lo} to {hi})',
		noScore: 'none',
		members: '{k} of {n} members',
		comma: ', ',
		overview: 'Each against the baseline {baseline}:',
		list: ', ',
		open: 'unbounded',
	},
} as const;

const VERDICTS: Record<Language, Record<ComparisonVerdict, string>> = {
	zh: {
		better: '更好',
		worse: '更差',
		'changed-slightly': '略有变化',
		equivalent: '相当',
		inconclusive: '无法判断',
		'not-comparable': '不可比',
	},
	en: {
		better: 'better',
		worse: 'worse',
		'changed-slightly': 'changed slightly',
		equivalent: 'equivalent',
		inconclusive: 'inconclusive',
		'not-comparable': 'not comparable',
	},
};

export function verdictText(verdict: ComparisonVerdict, language: Language): string {
	return VERDICTS[language][verdict];
}

export function gradeText(grade: Grade, language: Language): string {
	if (grade !== 'indicative') return grade;
	return language === 'zh' ? '参考' : 'indicative';
}

export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
	return pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

import { LONGEST_WAIT_SECONDS } from '../../contract/measurement/longest-wait.ts';
import { foreignTargets, targetsOf } from '../../contract/network-target.ts';
import type { Missing, NotApplicable, Plan } from '../../contract/plan.ts';
import { kindText, signatureText } from '../../contract/suite-origin.ts';
import { type Language, type Text, textIn } from '../../contract/text.ts';
import { duration } from './duration.ts';
import { plannedCaseLines } from './planned-case-lines.ts';

/**
 * The dry run: everything that would happen, in order, and first of all what is missing for it. Nothing is cut short:
 * whoever carries a stick into a closed room wants to have read every command. `allowedTargets` is the laboratory's list.
 */
export function planPage(plan: Plan, language: Language, allowedTargets: readonly string[] = []): string {
	const say = (text: Text): string => textIn(text, language);
	return [
		...headLines(plan, language),
		...missingLines(plan.missing, language),
		...graveLines(plan, allowedTargets, language),
		'',
		say({
			zh: `将按此次序执行的用例（${plan.cases.length}）`,
			en: `Cases in the order in which they run (${plan.cases.length})`,
		}),
		...plan.cases.flatMap((entry, index) => plannedCaseLines(entry, index + 1, language)),
		...notApplicableLines(plan.notApplicable, language),
	].join('\n');
}

function headLines(plan: Plan, language: Language): string[] {
	const say = (text: Text): string => textIn(text, language);
	const suites = plan.suites.map((suite) => {
		const origin = `${say(kindText(suite.origin))} · ${say(signatureText(suite.origin))}`;
		const digest = suite.digest.slice(0, 16);
		return `  ${suite.id} ${suite.version}  ${say(suite.title)}  ${origin}  sha256:${digest}…`;
	});
	const product =
		plan.product === null
			? []
			: [`${textIn({ zh: '产品', en: 'Product' }, language)}  ${plan.product.name} ${plan.product.version}`];
	return [
		textIn({ zh: '计划（尚未执行任何操作）', en: 'Plan (nothing has been started)' }, language),
		...suites,
		...product,
		`${textIn({ zh: '预计用时', en: 'Estimated time' }, language)}  ${estimatedTime(plan, language)}`,
		`${textIn({ zh: '计划摘要', en: 'Digest of the plan' }, language)}  sha256:${plan.digest}`,
	];
}

/** Waiting for a busy host is no part of an estimate: it is stated beside it. */
function estimatedTime({ cases, estimatedSeconds }: Plan, language: Language): string {
	const known = duration(estimatedSeconds, language);
	if (!cases.some(({ repetition }) => repetition?.mode === 'policy')) return known;
	const wait = duration(LONGEST_WAIT_SECONDS, language);
	return textIn(
		{ zh: `${known}（主机繁忙时另等待，至多 ${wait}）`, en: `${known} (a busy host adds up to ${wait} of waiting)` },
		language,
	);
}

function missingLines(missing: readonly Missing[], language: Language): string[] {
	if (missing.length === 0)
		return ['', textIn({ zh: '所需的工具、资源与参数均已具备。', en: 'Nothing is missing.' }, language)];
	const title = {
		zh: `缺少（${missing.length}）：相关用例将被跳过`,
		en: `Missing (${missing.length}): cases that need it will be skipped`,
	};
	return [
		'',
		textIn(title, language),
		...missing.map(({ suite, detail }) => `  [${suite}] ${textIn(detail, language)}`),
	];
}

/** What a person must have seen before it happens: root, a restart, the network. */
function graveLines(plan: Plan, allowedTargets: readonly string[], language: Language): string[] {
	const { cases } = plan;
	const steps = cases.flatMap((entry) => [...entry.steps, ...entry.cleanup, ...entry.onFail, ...(entry.prepare ?? [])]);
	const root = steps.filter((step) => step.user === 'root').length;
	const restarts = steps.filter((step) => step.kind === 'reboot').length;
	const manual = steps.filter((step) => step.kind === 'manual').length;
	const targets = targetsOf(plan);
	const foreign = foreignTargets(plan, allowedTargets);
	const lines: Text[] = [];
	if (root > 0) lines.push({ zh: `${root} 个步骤需要 root`, en: `steps that need root: ${root}` });
	if (restarts > 0) lines.push({ zh: `机器将重启 ${restarts} 次`, en: `restarts of the machine: ${restarts}` });
	if (manual > 0) lines.push({ zh: `${manual} 个步骤需要人员在场`, en: `steps that need a person: ${manual}` });
	if (targets.length > 0) {
		const list = targets.join(', ');
		lines.push({ zh: `将访问网络：${list}`, en: `the network is used: ${list}` });
	}
	if (foreign.length > 0) {
		const list = foreign.join(', ');
		lines.push({
			zh: `不在本实验室的网络目标清单内，须逐一按名确认：${list}`,
			en: `not on the laboratory's list of network targets, to be confirmed one by one: ${list}`,
		});
	}
	if (lines.length === 0) return [];
	return ['', textIn({ zh: '请注意', en: 'Note' }, language), ...lines.map((line) => `  ${textIn(line, language)}`)];
}

function notApplicableLines(entries: readonly NotApplicable[], language: Language): string[] {
	if (entries.length === 0) return [];
	const title = { zh: `不适用的用例（${entries.length}）`, en: `Cases that do not apply here (${entries.length})` };
	return [
		'',
		textIn(title, language),
		...entries.flatMap(({ key, title: name, reason }) => [
			`  ${key}  ${textIn(name, language)}`,
			`    ${textIn(reason, language)}`,
		]),
	];
}

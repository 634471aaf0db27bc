import { ACTIONS } from '../../contract/actions.ts';
import { type PlannedCase, type PlannedStep, type Touches, withCommands } from '../../contract/plan.ts';
import { type Language, type Text, textIn } from '../../contract/text.ts';
import { duration } from './duration.ts';
import { shellWords } from './shell-words.ts';

/** One case of the dry run: what it is, what it does, what it changes. */
export function plannedCaseLines(entry: PlannedCase, number: number, language: Language): string[] {
	const say = (text: Text): string => textIn(text, language);
	const about = [
		entry.level,
		duration(entry.estimatedSeconds, language),
		...(entry.needs.length > 0 ? [`← ${entry.needs.join(', ')}`] : []),
	];
	return [
		`${String(number).padStart(4)}. ${entry.key}  ${say(entry.title)}  (${about.join(', ')})`,
		...entry.missing.map((text) => `      ${say({ zh: '将跳过：', en: 'will be skipped: ' })}${say(text)}`),
		...(entry.privilege?.user === 'root' ? [`      root: ${say(entry.privilege.reason)}`] : []),
		...phase(entry.prepare ?? [], { zh: '每次重复前', en: 'before every repetition' }, language),
		...phase(entry.steps, null, language),
		...phase(entry.onFail, { zh: '失败时', en: 'when it fails' }, language),
		...phase(entry.cleanup, { zh: '清理（必定执行）', en: 'cleanup (always)' }, language),
		...entry.bars.map(({ metric, must, should }) => {
			const bounds = [
				must === undefined ? [] : [`must ${must}`],
				should === undefined ? [] : [`should ${should}`],
			].flat();
			return `      ${say({ zh: '门槛', en: 'bar' })} ${metric} ${bounds.join(', ')}`;
		}),
		...touched(entry.touches, language),
		...(typeof entry.network === 'object'
			? [`      ${say({ zh: '网络', en: 'network' })} ${entry.network.lan.join(', ')}`]
			: []),
	];
}

function phase(steps: readonly PlannedStep[], title: Text | null, language: Language): string[] {
	const prefix = title === null ? '' : `${textIn(title, language)}: `;
	return withCommands(steps).map((step) => {
		const root = step.user === 'root' ? '[root] ' : '';
		const reason = step.userReason === undefined ? '' : `  # ${textIn(step.userReason, language)}`;
		const offered = steps.includes(step) ? '' : OFFERED[language];
		return `      ${prefix}${offered}${root}${stepText(step, language)}${reason}`;
	});
}

/** Run only if the person at a manual step wants it. */
const OFFERED: Readonly<Record<Language, string>> = { zh: '人员可运行：', en: 'offered: ' };

function stepText(step: PlannedStep, language: Language): string {
	switch (step.kind) {
		case 'run':
			return `$ ${shellWords(step.argv)}`;
		case 'script':
			return `$ ${shellWords([step.file, ...step.args])}`;
		case 'action': {
			const title = Object.hasOwn(ACTIONS, step.action) ? ACTIONS[step.action as keyof typeof ACTIONS].title : null;
			return `${step.action}${title === null ? '' : ` (${textIn(title, language)})`} ${JSON.stringify(withoutScope(step.with))}`;
		}
		case 'manual':
			return `${textIn({ zh: '人工', en: 'by hand' }, language)}: ${textIn(step.instructions, language)}`;
		case 'reboot':
			return textIn({ zh: '重启机器，随后自动继续', en: 'restarts the machine and goes on by itself' }, language);
	}
}

/** The values and sentences that an assertion takes along are the plan's matter, not the reader's. */
function withoutScope({
	scope: _scope,
	otherwise: _otherwise,
	unknown: _unknown,
	...rest
}: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return rest;
}

const TOUCHED: Readonly<Record<keyof Touches, Text>> = {
	packages: { zh: '软件包', en: 'packages' },
	services: { zh: '服务', en: 'services' },
	files: { zh: '文件', en: 'files' },
	ports: { zh: '端口', en: 'ports' },
	settings: { zh: '系统设置', en: 'settings' },
	users: { zh: '用户', en: 'users' },
	reboot: { zh: '重启', en: 'restart' },
	sleep: { zh: '休眠', en: 'sleep' },
};

function touched(touches: Touches, language: Language): string[] {
	const parts = Object.entries(touches).flatMap(([kind, value]) => {
		if (value === false || value === undefined) return [];
		const name = textIn(TOUCHED[kind as keyof Touches], language);
		return [value === true ? name : `${name} ${value.join(', ')}`];
	});
	return parts.length === 0 ? [] : [`      ${textIn({ zh: '改动', en: 'changes' }, language)} ${parts.join('; ')}`];
}

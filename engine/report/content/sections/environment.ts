import { bytes } from '../../text/numbers.ts';
import { type Block, cell, type FactRow, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { type Component, hostComponents } from '../host-components.ts';
import { correctionTable } from './corrections.ts';

/** 4 测试环境 */
export function environmentSection(context: Context): Section {
	const { say } = context;
	const components = hostComponents(context);
	const heading = (number: number, text: { zh: string; en: string }): Block => ({
		kind: 'heading',
		level: 2,
		id: `s4-${number}`,
		text: `4.${number} ${say(text)}`,
	});
	return {
		id: 's4',
		title: say({ zh: '4 测试环境', en: '4 Test environment' }),
		blocks: [
			heading(1, { zh: '硬件', en: 'Hardware' }),
			{ kind: 'facts', rows: hardwareFacts(context) },
			...componentTable(
				context,
				't-hardware',
				components.filter(({ hardware }) => hardware),
			),
			heading(2, { zh: '软件', en: 'Software' }),
			{ kind: 'facts', rows: softwareFacts(context) },
			...componentTable(
				context,
				't-software',
				components.filter(({ hardware }) => !hardware),
			),
			heading(3, { zh: '测试工具', en: 'Tools' }),
			{ kind: 'facts', rows: toolFacts(context) },
			heading(4, { zh: '环境条件', en: 'Conditions' }),
			{ kind: 'facts', rows: conditionFacts(context) },
			heading(5, { zh: '检测结果的可信度', en: 'How far the detection can be relied on' }),
			{ kind: 'list', ordered: false, items: reliance(context) },
			...correctionTable(context),
		],
	};
}

function hardwareFacts({ predicate, say, fact }: Context): FactRow[] {
	const { board, arch, cpuVendor, cpuModel, cpuCount, memBytes, firmware, gpu } = predicate.host.summary;
	return [
		fact({ zh: '整机或主板', en: 'Machine or board' }, board),
		fact({ zh: '处理器', en: 'Processor' }, [cpuVendor, cpuModel].filter(Boolean).join(' ')),
		fact({ zh: '指令集', en: 'Instruction set' }, arch),
		fact({ zh: '硬件线程', en: 'Hardware threads' }, cpuCount === null ? undefined : String(cpuCount)),
		fact({ zh: '内存', en: 'Memory' }, memBytes === null ? undefined : bytes(memBytes)),
		fact({ zh: '显卡', en: 'Graphics' }, gpu.join(say({ zh: '；', en: '; ' }))),
		fact({ zh: '固件', en: 'Firmware' }, firmware),
	];
}

function softwareFacts({ predicate, fact }: Context): FactRow[] {
	const { osName, osId, osVersion, kernel, libc, desktop } = predicate.host.summary;
	return [
		fact({ zh: '操作系统', en: 'Operating system' }, osName ?? osId),
		fact({ zh: '版本', en: 'Version' }, osVersion),
		fact({ zh: '内核', en: 'Kernel' }, kernel),
		fact({ zh: 'C 运行库', en: 'C library' }, libc),
		fact({ zh: '桌面环境', en: 'Desktop' }, desktop),
	];
}

function toolFacts({ predicate, fact }: Context): FactRow[] {
	const { name, version, digest, buildCommit, packaged, engine } = predicate.runner;
	const runtimes = Object.entries(engine).map(([runtime, number]) => `${runtime} ${number}`);
	return [
		fact({ zh: '测试工具', en: 'Tool' }, `${name} ${version} (${packaged})`),
		fact({ zh: '运行环境', en: 'Runtime' }, runtimes.join(', ')),
		fact({ zh: '程序摘要', en: 'Digest of the program' }, cell(digest?.sha256 ?? digest?.sm3 ?? '—', { code: true })),
		fact({ zh: '构建版本', en: 'Build' }, cell(buildCommit ?? '—', { code: true })),
	];
}

function conditionFacts({ order, say, fact }: Context): FactRow[] {
	const { environmentConditions: conditions } = order;
	if (conditions === undefined) {
		return [fact({ zh: '温度与湿度', en: 'Temperature, humidity' }, say({ zh: '未记录', en: 'not recorded' }))];
	}
	return [
		fact({ zh: '温度', en: 'Temperature' }, conditions.tempC === undefined ? undefined : `${conditions.tempC} ℃`),
		fact(
			{ zh: '相对湿度', en: 'Humidity' },
			conditions.humidityPct === undefined ? undefined : `${conditions.humidityPct} %`,
		),
		fact({ zh: '来源', en: 'Source' }, conditions.source),
	];
}

/** What a reader has to know before trusting the description above: virtual hardware, removed values, the clock. */
function reliance({ predicate, say }: Context): string[] {
	const { virt } = predicate.host.summary;
	const { redactions } = predicate.host;
	const { source, offsetMs } = predicate.clock;
	const offset = offsetMs === undefined ? '' : say({ zh: `，偏差 ${offsetMs} ms`, en: `, ${offsetMs} ms off` });
	return [
		virt === null
			? say({ zh: '是否为虚拟机或容器：未知。', en: 'Virtual machine or container: unknown.' })
			: virt === 'none'
				? say({ zh: '未发现虚拟机或容器。', en: 'No virtual machine or container was found.' })
				: say({
						zh: `在虚拟环境（${virt}）中测得：硬件信息来自虚拟机管理程序，可能不真实。`,
						en: `Tested in a virtual environment (${virt}): the hardware is what the hypervisor says and may not be real.`,
					}),
		say({ zh: `时钟来源：${source}${offset}。`, en: `Clock: ${source}${offset}.` }),
		...(redactions.length === 0
			? []
			: [
					say({
						zh: `按公开范围去除了 ${redactions.length} 项标识信息：${redactions.map(({ field }) => field).join('、')}。`,
						en: `${redactions.length} identifying values were removed: ${redactions.map(({ field }) => field).join(', ')}.`,
					}),
				]),
	];
}

function componentTable({ say, told }: Context, id: string, components: readonly Component[]): Block[] {
	if (components.length === 0) {
		return [];
	}
	return [
		{
			kind: 'table',
			id,
			columns: [
				{ title: say({ zh: '类别', en: 'Kind' }), weight: 16 },
				{ title: say({ zh: '名称或型号', en: 'Name or model' }), weight: 34 },
				{ title: say({ zh: '版本', en: 'Version' }), weight: 20 },
				{ title: say({ zh: '厂商', en: 'Maker' }), weight: 20 },
				{ title: say({ zh: '数量', en: 'Count' }), weight: 8, align: 'center' },
			],
			rows: components.map(({ kind, name, version, maker, count }) => ({
				cells: [kind, name, version, maker, count].map((text) => cell(told(text) || '—')),
			})),
		},
	];
}

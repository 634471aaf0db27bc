import { evidenceNumber } from '../../facts/evidence-number.ts';
import { bytes } from '../../text/numbers.ts';
import { cell, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { digestCell } from '../sections/item.ts';

const REASON_WORDS = {
	classified: { zh: '涉密', en: 'classified' },
	privacy: { zh: '隐私', en: 'privacy' },
	size: { zh: '过大', en: 'size' },
	licence: { zh: '许可限制', en: 'licence' },
} as const;

/** 附录 A 证据清单 */
export function evidenceAppendix({ predicate, say, told }: Context): Section {
	const { evidence } = predicate;
	const withheld = evidence.filter((entry) => entry.withheld !== undefined).length;
	return {
		id: 'sA',
		title: say({ zh: '附录 A 证据清单', en: 'Appendix A Evidence' }),
		blocks: [
			{
				kind: 'paragraph',
				text: say({
					zh: `共 ${evidence.length} 项，其中不随报告提供 ${withheld} 项。每项以 SHA-256 与 SM3 两个摘要标识。`,
					en: `${evidence.length} items, ${withheld} of them withheld. Each is pinned by two digests, SHA-256 and SM3.`,
				}),
			},
			{
				kind: 'table',
				id: 't-evidence',
				columns: [
					{ title: say({ zh: '证据号', en: 'No.' }), weight: 8, align: 'center' },
					{ title: say({ zh: '名称与类型', en: 'Name, type' }), weight: 20 },
					{ title: say({ zh: '大小', en: 'Size' }), weight: 11, align: 'end' },
					{ title: say({ zh: '摘要', en: 'Digests' }), weight: 70 },
				],
				rows: evidence.map(({ idx, name, mediaType, size, digest, withheld: kept, cutBytes }) => ({
					cells: [
						cell(evidenceNumber(idx)),
						{
							lines: [
								{ text: told(name) },
								{ text: mediaType, minor: true },
								...(kept === undefined
									? []
									: [
											{
												text: say({
													zh: `不提供（${REASON_WORDS[kept.reason].zh}），保管：${kept.custodian}`,
													en: `withheld (${REASON_WORDS[kept.reason].en}), kept by ${kept.custodian}`,
												}),
												minor: true,
											},
										]),
								...(cutBytes === undefined
									? []
									: [
											{
												text: say({
													zh: `中间 ${bytes(cutBytes)} 未保存`,
													en: `${bytes(cutBytes)} in the middle were not kept`,
												}),
												minor: true,
											},
										]),
							],
						},
						cell(bytes(size)),
						digestCell(digest),
					],
				})),
			},
		],
	};
}

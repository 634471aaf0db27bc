import type { Digest } from '../../../../contract/digest.ts';
import { itemName } from '../../facts/naming.ts';
import { day } from '../../text/dates.ts';
import { type Block, type Cell, cell, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { suppliedFacts } from '../front-matter.ts';

/** 2 样品描述 */
export function itemSection(context: Context): Section {
	const { predicate, order, language, say, fact } = context;
	const { product } = predicate;
	const item = itemName(predicate);
	const supplied = suppliedFacts(context);
	const received = order.sample?.receivedOn;
	return {
		id: 's2',
		title: say({ zh: '2 样品描述', en: '2 Item under test' }),
		blocks: [
			{
				kind: 'facts',
				rows: [
					fact({ zh: '名称', en: 'Name' }, item.name, supplied('product.name')),
					fact({ zh: '版本', en: 'Version' }, item.version, supplied('product.version')),
					fact({ zh: '厂商', en: 'Vendor' }, item.maker, supplied('product.vendor')),
					fact({ zh: '分类', en: 'Category' }, product?.category, supplied('product.category')),
					fact({ zh: '架构', en: 'Architecture' }, product?.arch ?? predicate.host.summary.arch),
					fact({ zh: '标识（purl）', en: 'purl' }, cell(product?.purl ?? '—', { code: true })),
					fact({ zh: '样品编号', en: 'Sample no.' }, order.sample?.id),
					fact({ zh: '样品状态', en: 'Condition' }, order.sample?.condition, supplied('condition')),
					fact({ zh: '接收日期', en: 'Received on' }, received === undefined ? undefined : day(received, language)),
					fact({ zh: '接收人', en: 'Received by' }, order.sample?.receivedBy),
				],
			},
			...packages(context),
		],
	};
}

/** What was really installed, by digest: no other model or build may pass as tested. */
function packages({ document, say, told }: Context): Block[] {
	return [
		{
			kind: 'heading',
			level: 2,
			id: 's2-subject',
			text: say({ zh: '2.1 被测对象摘要', en: '2.1 Digests of the item' }),
		},
		{
			kind: 'table',
			id: 't-subject',
			columns: [
				{ title: say({ zh: '文件', en: 'File' }), weight: 30 },
				{ title: say({ zh: 'SHA-256 与 SM3', en: 'SHA-256 and SM3' }), weight: 70 },
			],
			rows: document.statement.subject.map(({ name, uri, digest }) => ({
				cells: [
					{
						lines: [{ text: told(name) }, ...(uri === undefined ? [] : [{ text: told(uri), minor: true, code: true }])],
					},
					digestCell(digest),
				],
			})),
		},
	];
}

export function digestCell({ sha256, sm3 }: { [name in keyof Digest]?: string | undefined }): Cell {
	const lines = [
		...(sha256 === undefined ? [] : [{ text: `sha256 ${sha256}`, code: true }]),
		...(sm3 === undefined ? [] : [{ text: `sm3 ${sm3}`, code: true }]),
	];
	return { lines: lines.length === 0 ? [{ text: '—' }] : lines };
}

import { cell, type Section } from '../block.ts';
import type { Context } from '../context.ts';

/** 9 分包与外部数据: ISO/IEC 17025 7.8.2.1 p. */
export function externalSection({ order, say, told }: Context): Section {
	const external = order.subcontracted ?? [];
	return {
		id: 's9',
		title: say({ zh: '9 分包与外部数据', en: '9 Subcontracted and external results' }),
		blocks:
			external.length === 0
				? [
						{
							kind: 'paragraph',
							text: say({
								zh: '无分包项，未登记外部数据。',
								en: 'Nothing was subcontracted; no external data was recorded.',
							}),
						},
					]
				: [
						{
							kind: 'table',
							id: 't-external',
							columns: [
								{ title: say({ zh: '用例', en: 'Case' }), weight: 50 },
								{ title: say({ zh: '提供者', en: 'Provider' }), weight: 50 },
							],
							rows: external.map((entry) => ({
								cells: [cell(told(entry.case)), cell(told(entry.provider))],
							})),
						},
					],
	};
}

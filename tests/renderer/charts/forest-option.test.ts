import { expect, it } from 'vitest';
import { type ForestRow, forestOption } from '../../../renderer/charts/forest-option.ts';

const style = { getPropertyValue: (name: string) => ` ${name}` } as unknown as CSSStyleDeclaration;
const row: ForestRow = {
	...{ name: '整数运算', words: '▲ 更好', figures: '×1.34 (1.14 – 1.57)' },
	...{ ratio: 1.34, lo: 1.14, hi: 1.57, weak: false, tone: 'better' },
};

it('a row has its name on the left, its verdict in words and its figures on the right', () => {
	const worse: ForestRow = {
		...row,
		name: '分支预测',
		words: '▼ 更差',
		figures: '×0.4 (0.3 – 0.5)',
		ratio: 0.4,
		lo: 0.3,
	};
	const { yAxis, xAxis } = forestOption([row, worse], '比值', style) as unknown as {
		yAxis: { position?: string; inverse: boolean; data: string[] }[];
		xAxis: { min: number; max: number };
	};
	expect(yAxis.map(({ position, inverse, data }) => [position, inverse, data])).toEqual([
		[undefined, true, ['整数运算', '分支预测']],
		['right', true, ['{words|▲ 更好}{figures|×1.34 (1.14 – 1.57)}', '{words|▼ 更差}{figures|×0.4 (0.3 – 0.5)}']],
	]);
	expect([xAxis.min, xAxis.max]).toEqual([0.3, 2]);
});

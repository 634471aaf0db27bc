import type { ErrorTable } from './table.ts';

/** Comparing runs and signed reports. */
export const compareErrors = {
	'compare.report-invalid': {
		exit: 1,
		zh: '报告“{path}”未通过核验（{check}：{zh}），其数值不能用于对比。请向出具方索取完好的文件。',
		en: 'The report “{path}” did not pass verification ({check}: {en}); its figures cannot be compared. Ask the issuer for an intact file.',
	},
	'compare.reference-unsigned': {
		exit: 2,
		zh: '参考机须是已签名的报告文件（.xcr），得到的是运行“{reference}”。请先用 `shipei report export` 导出并签名。',
		en: 'The reference must be a signed report file (.xcr), this is the run “{reference}”. Export and sign it first with `shipei report export`.',
	},
	'compare.reference-refused': {
		exit: 1,
		zh: '参考机报告“{reference}”的签名不被现行信任列表接受，不能作为分数的参考。请核验该文件，或导入其签名者所在的信任列表。',
		en: 'The trust list in force does not accept who signed the reference “{reference}”, so no score can rest on it. Verify the file, or import a trust list with its signer.',
	},
} as const satisfies ErrorTable;

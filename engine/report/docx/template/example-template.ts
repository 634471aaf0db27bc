import {
	AlignmentType,
	Document,
	type FileChild,
	Footer,
	Header,
	Packer,
	PageBreak,
	PageNumber,
	Paragraph,
	TableRow,
	TabStopType,
	TextRun,
} from 'docx';
import type { Language } from '../../../../contract/text.ts';
import { steadyZip } from '../../archive/steady-zip.ts';
import { type Say, speaker } from '../../text/words.ts';
import { gap } from '../blocks.ts';
import { HEI, paragraph, SONG, TABLE_SIZE, TEXT_SIZE } from '../runs.ts';
import { share, TEXT_WIDTH, table, tableCell } from '../tables.ts';

/** A template that a lab opens in Word or WPS, gives its own letterhead, and uses: the files under templates/ are its output. */
export async function exampleTemplate(language: Language): Promise<Uint8Array> {
	const say = speaker(language);
	const head = `{{lab.name}}\t${say({ zh: '报告编号：', en: 'Report No.: ' })}{{report.number}}　{{report.classification}}`;
	const [before, between, after] = [
		say({ zh: '第 ', en: 'Page ' }),
		say({ zh: ' 页 共 ', en: ' of ' }),
		say({ zh: ' 页', en: '' }),
	];
	const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];
	const document = new Document({
		title: say({ zh: '适配测试报告模板', en: 'Template of an adaptation test report' }),
		creator: 'Shipei',
		lastModifiedBy: 'Shipei',
		styles: {
			default: {
				document: { run: { font: SONG, size: TEXT_SIZE } },
				heading1: { run: { font: HEI, size: 32, bold: true, color: '000000' } },
				heading2: { run: { font: HEI, size: 26, bold: true, color: '000000' } },
			},
		},
		sections: [
			{
				properties: {
					page: { size: { width: 11906, height: 16838 }, margin: { top: 1417, bottom: 1300, left: 1587, right: 1134 } },
				},
				headers: {
					default: new Header({
						children: [
							new Paragraph({ tabStops, children: [new TextRun({ text: head, font: SONG, size: TABLE_SIZE })] }),
							paragraph('{{report.draft}}', { font: HEI, bold: true, color: 'B3261E' }, true),
						],
					}),
				},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								tabStops,
								children: [
									new TextRun({
										font: SONG,
										size: TABLE_SIZE,
										children: [
											`{{report.copy}}\t${before}`,
											PageNumber.CURRENT,
											between,
											PageNumber.TOTAL_PAGES,
											after,
										],
									}),
								],
							}),
						],
					}),
				},
				children: [...front(say), ...summary(say), ...body()],
			},
		],
	});
	return steadyZip(new Uint8Array(await Packer.toBuffer(document)), '2026-01-01T00:00:00Z');
}

function front(say: Say): FileChild[] {
	const rows = [
		[say({ zh: '产品名称', en: 'Product' }), '{{product.name}}'],
		[say({ zh: '版本型号', en: 'Version' }), '{{product.version}}'],
		[say({ zh: '委托单位', en: 'Customer' }), '{{customer.name}}'],
		[say({ zh: '生产单位', en: 'Manufacturer' }), '{{manufacturer}}'],
		[say({ zh: '测试类别', en: 'Type of test' }), '{{order.type}}'],
		[say({ zh: '签发日期', en: 'Date of issue' }), '{{report.issuedOn}}'],
	];
	const widths = share([28, 72]);
	return [
		new Paragraph({ spacing: { before: 1500 } }),
		paragraph('{{report.title}}', { font: HEI, size: 52, bold: true }, true),
		new Paragraph({ spacing: { before: 1200 } }),
		table(
			widths,
			rows.map(
				(texts) =>
					new TableRow({
						children: texts.map((text, index) =>
							tableCell([paragraph(text, { size: TEXT_SIZE })], widths[index] ?? 0, index === 0),
						),
					}),
			),
		),
		new Paragraph({ spacing: { before: 1600 } }),
		new Paragraph({
			alignment: AlignmentType.RIGHT,
			children: [
				new TextRun({ text: say({ zh: '{{lab.name}}（盖章处）', en: '{{lab.name}} (seal)' }), font: SONG, size: 24 }),
			],
		}),
		new Paragraph({ children: [new PageBreak()] }),
		paragraph(say({ zh: '声　明', en: 'Statement' }), { font: HEI, size: 32, bold: true }, true),
		paragraph('{{declaration}}'),
		paragraph(say({ zh: '地址：{{lab.address}}', en: 'Address: {{lab.address}}' })),
		paragraph(say({ zh: '电话：{{lab.phone}}', en: 'Telephone: {{lab.phone}}' })),
		new Paragraph({ children: [new PageBreak()] }),
	];
}

function summary(say: Say): FileChild[] {
	return [
		paragraph(
			say({ zh: '信创适配测试结果摘要', en: 'Summary of Adaptation Test Results' }),
			{ font: HEI, size: 40, bold: true },
			true,
		),
		paragraph('{{summary.facts}}'),
		paragraph('{{report.verdict}}', { font: HEI, size: 36, bold: true }, true),
		paragraph('{{report.counts}}', {}, true),
		paragraph('{{summary.forest}}'),
		paragraph('{{report.code}}', {}, true),
		paragraph('{{report.id}}', { size: 16 }, true),
		paragraph('{{summary.signatures}}'),
		gap(),
		new Paragraph({ children: [new PageBreak()] }),
	];
}

function body(): FileChild[] {
	return [paragraph('{{sections}}'), paragraph('{{appendices}}'), paragraph('{{report.end}}', { font: HEI }, true)];
}

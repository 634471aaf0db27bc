// Run by the tests in a process of its own: renders and prints what came out, or which libraries were loaded for it.
import { createHash } from 'node:crypto';
import { registerHooks } from 'node:module';

const HEAVY = ['pdfmake', 'docx', 'write-excel-file', 'fflate'];
const loaded = new Set<string>();
registerHooks({
	resolve: (specifier, context, next) => {
		const name = HEAVY.find((heavy) => specifier === heavy || specifier.startsWith(`${heavy}/`));
		if (name !== undefined && context.parentURL?.includes('/engine/report/')) {
			loaded.add(name);
		}
		return next(specifier, context);
	},
});

const { REPORT_FORMATS, renderReport } = await import('../../../engine/report/index.ts');
const { sampleDocument } = await import('./sample-document.ts');
const [task, ...wanted] = process.argv.slice(2);
const document = sampleDocument({ results: 5 });

if (task === 'loaded') {
	const formats = REPORT_FORMATS.filter((format) => wanted.includes(format));
	if (formats.length !== wanted.length) {
		throw new Error(`expected formats, got ${wanted.join(' ')}`);
	}
	for (const format of formats) {
		await renderReport(document, { format, language: 'zh' });
	}
	process.stdout.write(JSON.stringify([...loaded].sort()));
} else {
	const found: Record<string, string> = {};
	for (const format of REPORT_FORMATS) {
		const bytes = await renderReport(document, { format, language: 'zh' });
		found[format] = createHash('sha256').update(bytes).digest('hex');
	}
	process.stdout.write(JSON.stringify(found));
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportStatementSchema } from '../../../contract/report.ts';
import { REPORT_FORMATS, type ReportFormat, renderReport } from '../../../engine/report/index.ts';
import { sampleDocument } from './sample-document.ts';

const probe = fileURLToPath(new URL('./render-probe.ts', import.meta.url));

describe('a rendered report', () => {
	it('is made from a statement that keeps the contract', () => {
		const { success, error } = reportStatementSchema.safeParse(sampleDocument({ results: 60 }).statement);
		expect(error?.issues ?? []).toEqual([]);
		expect(success).toBe(true);
	});

	it('has the same bytes in every format when it is made again, elsewhere and in another time zone', async () => {
		const here = await digests(['zh']);
		expect(await digests(['zh'])).toEqual(here);
		const elsewhere = runProbe(['digests'], { TZ: 'America/New_York', LANG: 'en_US.UTF-8', SOURCE_DATE_EPOCH: '1' });
		expect(JSON.parse(elsewhere.stdout)).toEqual(here);
	});

	it('loads the heavy libraries only for the formats that need them', () => {
		const loaded = (...formats: ReportFormat[]) => JSON.parse(runProbe(['loaded', ...formats]).stdout) as string[];
		expect(loaded('json', 'csv', 'junit', 'ctrf', 'html')).toEqual([]);
		expect(loaded('docx')).toEqual(['docx', 'fflate']);
		expect(loaded('xlsx')).toEqual(['fflate', 'write-excel-file']);
	});
});

async function digests(languages: readonly ('zh' | 'en')[]): Promise<Record<string, string>> {
	const document = sampleDocument({ results: 5 });
	const found: Record<string, string> = {};
	for (const format of REPORT_FORMATS) {
		for (const language of languages) {
			const bytes = await renderReport(document, { format, language });
			found[format] = createHash('sha256').update(bytes).digest('hex');
		}
	}
	return found;
}

function runProbe(args: readonly string[], env: Record<string, string> = {}) {
	const result = spawnSync(process.execPath, [probe, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
	if (result.status !== 0) {
		throw new Error(result.stderr);
	}
	return result;
}

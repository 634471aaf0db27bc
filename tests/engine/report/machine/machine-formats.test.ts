import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { schema as ctrfSchema, validate } from 'ctrf';
import { describe, expect, it } from 'vitest';
import { reportStatementSchema } from '../../../../contract/report.ts';
import { countTests } from '../../../../engine/report/facts/counts.ts';
import { type ReportFormat, renderReport } from '../../../../engine/report/index.ts';
import { HOSTILE_NAME } from '../hostile.ts';
import { sampleDocument } from '../sample-document.ts';

const hostile = sampleDocument({
	results: 60,
	productName: HOSTILE_NAME,
	title: (index) => `${HOSTILE_NAME}${index}\u0007`,
});
const xmllint = spawnSync('xmllint', ['--version']).status === 0;

async function text(format: ReportFormat, document = sampleDocument({ results: 60 })): Promise<string> {
	return new TextDecoder().decode(await renderReport(document, { format, language: 'en' }));
}

describe('JSON', () => {
	it('gives the statement back as it was signed', async () => {
		const document = sampleDocument({ results: 20, productName: HOSTILE_NAME });
		const read = JSON.parse(await text('json', document));
		expect(reportStatementSchema.parse(read.statement)).toEqual(document.statement);
		expect(read.reportId).toBe(document.reportId);
		expect(read.signatures).toEqual(document.signatures);
	});
});

describe('JUnit XML', () => {
	it.skipIf(!xmllint)(
		'is valid by the schema, with plain and with hostile names (skipped without xmllint)',
		async () => {
			const xsd = fileURLToPath(new URL('../schema/junit.xsd', import.meta.url));
			for (const document of [
				sampleDocument({ results: 60 }),
				hostile,
				sampleDocument({ results: 0, benchmarks: 0 }),
			]) {
				const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', xsd, '-'], {
					input: await text('junit', document),
					encoding: 'utf8',
				});
				expect(stderr).toContain('- validates');
				expect(status).toBe(0);
			}
		},
	);

	it('counts as its own elements do, and shows no pass for what nobody judged', async () => {
		const document = sampleDocument({ results: 60 });
		const xml = new DOMParser().parseFromString(await text('junit', document), 'text/xml');
		const count = (name: string) => xml.getElementsByTagName(name).length;
		const counts = countTests(document.statement.predicate.tests);
		expect(count('testcase')).toBe(60);
		expect(count('failure')).toBe(counts.failed);
		expect(count('error')).toBe(counts.broken);
		expect(count('skipped')).toBe(counts.notRun + counts.notApplicable + counts.measured);
		const total = (attribute: string) =>
			[...xml.getElementsByTagName('testsuite')].reduce((sum, suite) => sum + Number(suite.getAttribute(attribute)), 0);
		expect([total('tests'), total('failures'), total('errors'), total('skipped')]).toEqual([
			60,
			count('failure'),
			count('error'),
			count('skipped'),
		]);
		const plain = [...xml.getElementsByTagName('testcase')].filter((element) => element.childNodes.length === 0).length;
		expect(plain).toBe(counts.passed);
	});
});

describe('CTRF', () => {
	it('is valid by the published schema, with plain and with hostile names', async () => {
		const ajv = new Ajv({ allErrors: true });
		addFormats.default(ajv);
		const check = ajv.compile(ctrfSchema);
		for (const document of [sampleDocument({ results: 60 }), hostile, sampleDocument({ results: 0, benchmarks: 0 })]) {
			const report = JSON.parse(await text('ctrf', document));
			expect(check(report), JSON.stringify(check.errors)).toBe(true);
			expect(validate(report)).toEqual({ valid: true, errors: [] });
		}
	});

	it('calls passed only what passed or passed with conditions', async () => {
		const { results } = JSON.parse(await text('ctrf'));
		const counts = countTests(sampleDocument({ results: 60 }).statement.predicate.tests);
		expect(results.summary).toMatchObject({
			tests: 60,
			passed: counts.passed + counts.warned,
			failed: counts.failed + counts.broken,
			skipped: counts.notRun + counts.notApplicable,
			other: counts.measured,
			pending: 0,
		});
	});

	it('points each test to its evidence by the path inside the bundle', async () => {
		const document = sampleDocument({ results: 1 });
		const { results } = JSON.parse(await text('ctrf', document));
		expect(results.tests[0].attachments[0].path).toBe(
			`blobs/sha256/${document.statement.predicate.evidence[3]!.digest.sha256}`,
		);
	});
});

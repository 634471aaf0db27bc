import type { ReportTest } from '../../../contract/report.ts';
import { type Language, textIn } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { itemName, reportNumber } from '../facts/naming.ts';
import { type Outcome, outcomeOf } from '../facts/outcome.ts';
import { testDetails, testMessage } from './message.ts';

/** CTRF's five words for ours. What nobody judged is `other`, never `passed`. */
const STATUS = {
	passed: 'passed',
	warned: 'passed',
	failed: 'failed',
	broken: 'failed',
	notRun: 'skipped',
	notApplicable: 'skipped',
	measured: 'other',
} as const satisfies Record<Outcome, string>;

const SPEC_VERSION = '0.0.0';

/** The report in the Common Test Report Format (ctrf.io); our own words stay in `rawStatus` and `extra`. */
export function renderCtrf(document: ReportDocument, language: Language): Uint8Array {
	const { predicate } = document.statement;
	const tests = predicate.tests.map((test) => testEntry(document, test, language));
	const count = (status: string) => tests.filter((test) => test.status === status).length;
	const [start, stop] = [Date.parse(predicate.startedOn), Date.parse(predicate.finishedOn)];
	const report = {
		reportFormat: 'CTRF',
		specVersion: SPEC_VERSION,
		runId: predicate.runId,
		timestamp: predicate.finishedOn,
		generatedBy: `${predicate.runner.name} ${predicate.runner.version}`,
		results: {
			tool: { name: predicate.runner.name, version: predicate.runner.version },
			summary: {
				tests: tests.length,
				passed: count('passed'),
				failed: count('failed'),
				skipped: count('skipped'),
				pending: 0,
				other: count('other'),
				suites: new Set(predicate.tests.map(({ suiteId }) => suiteId)).size,
				start,
				stop,
				duration: stop - start,
				extra: { result: predicate.result },
			},
			tests,
			environment: environment(document),
		},
	};
	return new TextEncoder().encode(`${JSON.stringify(report, null, '\t')}\n`);
}

function testEntry(document: ReportDocument, test: ReportTest, language: Language) {
	const { evidence } = document.statement.predicate;
	const outcome = outcomeOf(test);
	const [message, trace] = [testMessage(test, language), testDetails(test, language)];
	const attachments = test.evidence.flatMap((index) => {
		const entry = evidence[index];
		return entry === undefined
			? []
			: [{ name: entry.name, contentType: entry.mediaType, path: `blobs/sha256/${entry.digest.sha256}` }];
	});
	const earlier = test.attempts.slice(0, -1).map((attempt, index) => ({
		attempt: index + 1,
		status: attempt.status === 'passed' ? 'passed' : attempt.status === 'skipped' ? 'skipped' : 'failed',
		...(attempt.durationMs === null ? {} : { duration: Math.round(attempt.durationMs) }),
		...(attempt.message === undefined ? {} : { message: textIn(attempt.message, language) }),
	}));
	return {
		testId: test.id,
		name: textIn(test.title, language),
		status: STATUS[outcome],
		duration: Math.round(test.durationMs ?? 0),
		...(test.startedOn === null ? {} : { start: Date.parse(test.startedOn) }),
		suite: [test.suiteId],
		...(message === '' ? {} : { message }),
		...(trace === '' ? {} : { trace }),
		rawStatus: test.status,
		tags: [test.level, outcome],
		...(earlier.length === 0
			? {}
			: { retries: earlier.length, retryAttempts: earlier, flaky: test.status === 'passed' }),
		...(attachments.length === 0 ? {} : { attachments }),
		extra: { verdict: test.verdict, level: test.level, suiteVersion: test.suiteVersion, skip: test.skip ?? null },
	};
}

function environment(document: ReportDocument) {
	const { predicate } = document.statement;
	const item = itemName(predicate);
	const { osName, osVersion, kernel, arch, cpuModel } = predicate.host.summary;
	return {
		reportName: reportNumber(document),
		appName: item.name,
		appVersion: item.version,
		osPlatform: 'linux',
		...(kernel === null ? {} : { osRelease: kernel }),
		osVersion: [osName, osVersion].filter(Boolean).join(' '),
		extra: { reportId: document.reportId, arch, cpuModel, assuranceLevel: predicate.assuranceLevel },
	};
}

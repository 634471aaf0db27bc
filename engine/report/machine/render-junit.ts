import type { ReportTest } from '../../../contract/report.ts';
import { type Language, textIn } from '../../../contract/text.ts';
import { visibleText } from '../../../contract/visible-text.ts';
import type { ReportDocument } from '../document.ts';
import { itemName, reportNumber } from '../facts/naming.ts';
import { outcomeOf } from '../facts/outcome.ts';
import { testDetails, testMessage } from './message.ts';

/**
 * JUnit XML as CI tools read it: the elements and attributes that both Ant's and Jenkins' schemas allow. A test that
 * passed under conditions passes here and says so in system-out; one that only measured is skipped, because JUnit has
 * no third answer and must not show a pass that nobody judged.
 */
export function renderJunit(document: ReportDocument, language: Language): Uint8Array {
	const { tests } = document.statement.predicate;
	const suites = [...Map.groupBy(tests, ({ suiteId, suiteVersion }) => `${suiteId} ${suiteVersion}`)];
	const name = attribute(`${itemName(document.statement.predicate).name} ${reportNumber(document)}`.trim());
	const { failures, errors } = tally(tests);
	const xml = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${name}" tests="${tests.length}" failures="${failures}" errors="${errors}" time="${seconds(tests)}">
${suites.map(([suite, members], index) => suiteXml(document, language, suite, members, index)).join('\n')}
</testsuites>
`;
	return new TextEncoder().encode(xml);
}

function suiteXml(
	{ reportId, statement }: ReportDocument,
	language: Language,
	name: string,
	tests: readonly ReportTest[],
	index: number,
): string {
	const { startedOn, host, runner } = statement.predicate;
	const { failures, errors, skipped } = tally(tests);
	const first = tests.map((test) => test.startedOn ?? startedOn).sort()[0] ?? startedOn;
	// Ant's schema wants a local time without zone; UTC is the only one that does not depend on the machine.
	const timestamp = first.replace(/(?:\.\d+)?Z$/u, '');
	const facts = {
		reportId,
		arch: host.summary.arch,
		os: host.summary.osName,
		cpu: host.summary.cpuModel,
		runner: runner.version,
	};
	const properties = Object.entries(facts).map(
		([key, value]) => `<property name="shipei.${key}" value="${attribute(value ?? 'unknown')}"/>`,
	);
	return `<testsuite id="${index}" name="${attribute(name)}" package="${attribute(name)}" hostname="localhost" timestamp="${timestamp}" tests="${tests.length}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds(tests)}">
<properties>${properties.join('')}</properties>
${tests.map((test) => caseXml(test, language)).join('\n')}
<system-out></system-out>
<system-err></system-err>
</testsuite>`;
}

function caseXml(test: ReportTest, language: Language): string {
	const title = attribute(textIn(test.title, language));
	const head = `<testcase classname="${attribute(test.id)}" name="${title}" time="${seconds([test])}"`;
	const outcome = outcomeXml(test, language);
	return outcome === '' ? `${head}/>` : `${head}>${outcome}</testcase>`;
}

function outcomeXml(test: ReportTest, language: Language): string {
	const [message, details] = [attribute(testMessage(test, language)), text(testDetails(test, language))];
	const type = attribute(test.reason?.code ?? test.skip ?? test.status);
	switch (outcomeOf(test)) {
		case 'passed':
			return '';
		case 'warned':
			return `<system-out>${text(`WARNED ${testMessage(test, language)}`)}\n${details}</system-out>`;
		case 'failed':
			return `<failure message="${message}" type="${type}">${details}</failure>`;
		case 'broken':
			return `<error message="${message}" type="${type}">${details}</error>`;
		case 'measured':
		case 'notApplicable':
		case 'notRun':
			return `<skipped message="${message === '' ? 'measured only' : message}"/>`;
	}
}

function tally(tests: readonly ReportTest[]): { failures: number; errors: number; skipped: number } {
	const outcomes = tests.map(outcomeOf);
	return {
		failures: outcomes.filter((outcome) => outcome === 'failed').length,
		errors: outcomes.filter((outcome) => outcome === 'broken').length,
		skipped: outcomes.filter((outcome) => outcome === 'measured' || outcome === 'notApplicable' || outcome === 'notRun')
			.length,
	};
}

function seconds(tests: readonly ReportTest[]): string {
	return (tests.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 1000).toFixed(3);
}

/** `visibleText` has already replaced every character that XML 1.0 forbids. */
function text(value: string): string {
	return visibleText(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(value: string): string {
	return text(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

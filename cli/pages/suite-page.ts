import type { Output } from '../../contract/methods.ts';
import type { SuiteDetail, SuiteSummary } from '../../contract/suite.ts';
import { kindText, signatureText } from '../../contract/suite-origin.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

export function suitesPage(suites: readonly SuiteSummary[], terminal: Terminal): string {
	return table(
		suites.map((suite) => [
			suite.id,
			suite.version,
			textIn(suite.title, terminal.language),
			casesLine(suite, terminal),
			textIn(kindText(suite.origin), terminal.language),
			textIn(signatureText(suite.origin), terminal.language),
		]),
	);
}

/** One line for each suite that was checked: where it comes from, and who vouches for it. */
export function originsPage(origins: Output<'suite.check'>['origins'], language: Language): string {
	return table(
		origins.map(({ id, version, origin }) => [
			id,
			version,
			textIn(kindText(origin), language),
			textIn(signatureText(origin), language),
		]),
	);
}

export function suitePage(suite: SuiteDetail, terminal: Terminal): string {
	const { language } = terminal;
	const parameters = suite.parameters.map((parameter) => [
		`  --param ${parameter.name}=`,
		parameter.type,
		parameter.default === undefined ? (parameter.required ? '*' : '') : JSON.stringify(parameter.default),
		textIn(parameter.title, language),
	]);
	const cases = suite.caseList.map((entry) => [`  ${entry.id}`, entry.level, textIn(entry.title, language)]);
	return [
		`${suite.id} ${suite.version}  ${textIn(suite.title, language)}`,
		...(suite.summary === undefined ? [] : [textIn(suite.summary, language)]),
		`${casesLine(suite, terminal)} · ${textIn(kindText(suite.origin), language)} · ${textIn(signatureText(suite.origin), language)}`,
		`sha256:${suite.digest}`,
		...(suite.origin.signers ?? []).map(({ owner, keyid }) => `${keyid}  ${owner}`),
		...(parameters.length === 0 ? [] : ['', table(parameters)]),
		'',
		table(cases),
	].join('\n');
}

function casesLine(suite: SuiteSummary, terminal: Terminal): string {
	return terminal.text('suite.cases', { cases: suite.cases, manual: suite.manualCases, root: suite.rootCases });
}

import { z } from 'zod';
import { ShipeiError } from '../../../contract/errors.ts';
import type { Product } from '../../../contract/product.ts';
import { contradictionOf, listsOf, resultOf } from '../../../contract/report/result.ts';
import {
	type Descriptor,
	REPORT_TYPE,
	type Relation,
	type ReportPredicate,
	type ReportStatement,
	reportStatementSchema,
	STATEMENT_TYPE,
	type Subject,
} from '../../../contract/report.ts';
import type { ReportFacts } from '../../../contract/report-facts.ts';
import { testAboveItsBars } from '../verify/check-bars.ts';
import { benchmarksOf } from './benchmark-part.ts';
import { type EvidenceList, listEvidence } from './evidence-list.ts';
import { hostPart } from './host-part.ts';
import { orderPart } from './order-part.ts';
import { REMOVED } from './privacy.ts';
import { masker, sensitiveValues } from './sensitive-values.ts';
import { notApplicableTest, testOf } from './test-part.ts';

/**
 * Makes the statement of a report from stored facts alone. Result and lists follow from the cases; sensitive values and
 * whatever the privacy profile leaves out never get in. Throws bundle.bad-statement when the facts contradict
 * themselves, rather than signing something that no verifier would accept.
 */
export function statementFrom(facts: ReportFacts): ReportStatement {
	const evidence = listEvidence(facts);
	const sensitive = sensitiveValues(facts.host);
	const mask = masker(sensitive);
	const tests = testsOf(facts, evidence, mask);
	const predicate: ReportPredicate = {
		schemaVersion: '1.0.0',
		result: resultOf(tests),
		configuration: [...facts.suites.map(suiteDescriptor), ...facts.configuration],
		...listsOf(tests),
		runId: facts.run.id,
		startedOn: facts.run.startedOn,
		finishedOn: facts.run.finishedOn,
		...(facts.signedOn === undefined ? {} : { signedOn: facts.signedOn }),
		clock: facts.run.clock,
		journal: { ...facts.journal },
		assuranceLevel: facts.assuranceLevel,
		runner: facts.runner,
		operator: operatorPart(facts),
		order: orderPart(facts.order, facts.privacy),
		host: hostPart(facts, evidence.inventory, sensitive, mask),
		product: facts.product === null ? null : productPart(facts.product),
		tests,
		benchmarks: benchmarksOf(facts, evidence),
		scores: [...facts.scores],
		evidence: [...evidence.listed],
		related: facts.related.map((relation) => relationPart(relation, facts, mask)),
		privacy: { profile: facts.privacy, fieldsRemoved: [...REMOVED[facts.privacy]] },
	};
	return checked({
		_type: STATEMENT_TYPE,
		predicateType: REPORT_TYPE,
		subject: subjectsOf(facts, evidence),
		predicate,
	});
}

function testsOf(facts: ReportFacts, evidence: EvidenceList, mask: (text: string) => string) {
	const versions = new Map(facts.suites.map(({ id, version }) => [id, version]));
	const { privacy, planned = new Map() } = facts;
	const context = { evidence, privacy, mask, versions, planned };
	return [
		...facts.cases.map((result) => testOf(result, context)),
		...facts.notApplicable.map((left) => notApplicableTest(left, context)),
	];
}

function suiteDescriptor({ id, version, sha256, origin }: ReportFacts['suites'][number]): Descriptor {
	return {
		name: `${id} ${version}`,
		uri: `urn:shipei:suite:${id}@${version}`,
		digest: { sha256 },
		...(origin === undefined ? {} : { annotations: { origin } }),
	};
}

function operatorPart({ operator, privacy }: ReportFacts): ReportPredicate['operator'] {
	const { person, ...rest } = operator;
	return privacy === 'full' && person !== undefined ? { ...rest, person } : rest;
}

function productPart(product: Product): NonNullable<ReportPredicate['product']> {
	const { name, version, vendor, category, purl, arch, channel } = product;
	return {
		name,
		version,
		vendor,
		category,
		...(purl === undefined ? {} : { purl }),
		...(arch === undefined ? {} : { arch }),
		...(channel === undefined ? {} : { channel }),
	};
}

function relationPart(
	{ reason, ...relation }: Relation,
	{ privacy }: ReportFacts,
	mask: (text: string) => string,
): Relation {
	return reason === undefined || privacy === 'minimal' ? relation : { ...relation, reason: mask(reason) };
}

// Without a package (a service, a database, the machine itself) the report is about the machine as inventoried.
function subjectsOf({ product }: ReportFacts, { inventory }: EvidenceList): Subject[] {
	const uri = product?.purl === undefined ? {} : { uri: product.purl };
	const packages = product?.packages ?? [];
	if (packages.length > 0) return packages.map(({ name, digest }) => ({ name, ...uri, digest }));
	return [{ name: product?.name ?? inventory.name, ...uri, digest: inventory.digest }];
}

function checked(statement: ReportStatement): ReportStatement {
	for (const test of statement.predicate.tests) {
		const problems = contradictionOf(test);
		if (problems !== null) throw new ShipeiError('bundle.bad-statement', { problems: `${test.id}: ${problems}` });
	}
	const above = testAboveItsBars(statement.predicate);
	if (above !== undefined) throw new ShipeiError('bundle.bad-statement', { problems: `${above.id}: above-its-bars` });
	const read = reportStatementSchema.safeParse(statement);
	if (!read.success) throw new ShipeiError('bundle.bad-statement', { problems: z.prettifyError(read.error) });
	return read.data;
}

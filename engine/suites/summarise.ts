import type { Parameter, SuiteDetail, SuiteSummary } from '../../contract/suite.ts';
import type { FoundSuite } from './find/find-suites.ts';
import type { LoadedSuite } from './find/loaded-suite.ts';
import { suiteDigest } from './find/suite-digest.ts';
import { type SignatureJudge, suiteOrigin } from './find/suite-origin.ts';
import type { ManifestCase } from './manifest/case.ts';
import { milliseconds } from './manifest/duration.ts';
import type { ManifestParameter } from './manifest/parameter.ts';
import type { Manifest } from './manifest/suite.ts';
import type { ToolLookup } from './plan/tool-lookup.ts';
import { writtenStep } from './written-step.ts';

/** Seconds that cases took here, by their key. */
export type LearnedTimes = ReadonlyMap<string, number>;

/** What a suite is held against. */
interface Looks {
	readonly tools: ToolLookup;
	readonly judge: SignatureJudge;
	readonly learned: LearnedTimes;
}

/** One line of the list of suites. */
export function summarise(manifest: Manifest, found: FoundSuite, { tools, judge, learned }: Looks): SuiteSummary {
	const digest = suiteDigest(found.directory);
	const { id, version, title, summary, category, cases } = manifest;
	return {
		id,
		version,
		title,
		...(summary === undefined ? {} : { summary }),
		category,
		product: manifest.product ?? 'none',
		origin: suiteOrigin(found, { id, version, digest }, judge),
		digest,
		cases: cases.length,
		manualCases: cases.filter(isManual).length,
		rootCases: cases.filter(needsRoot).length,
		...estimate(manifest, learned),
		missing: missingTools(manifest, tools),
	};
}

/** Everything about one suite, for its page and its form. */
export function detail(loaded: LoadedSuite & { readonly manifest: Manifest }, looks: Looks): SuiteDetail {
	const { manifest, text } = loaded;
	return {
		...summarise(manifest, loaded, looks),
		parameters: Object.entries(manifest.params ?? {}).map(([name, parameter]) => parameterOf(name, parameter)),
		caseList: manifest.cases.map((entry) => ({
			id: entry.id,
			title: entry.title,
			level: entry.level ?? 'must',
			manual: isManual(entry),
			root: needsRoot(entry),
			needs: entry.needs ?? [],
			...(entry.summary === undefined ? {} : { summary: entry.summary }),
			touches: entry.touches ?? {},
			network: entry.network ?? manifest.network ?? 'none',
			cleanup: (entry.cleanup ?? []).map(writtenStep),
		})),
		manifest: text,
	};
}

function parameterOf(name: string, { required, title, ...rest }: ManifestParameter): Parameter {
	return { name, ...rest, title: title ?? { zh: name, en: name }, required: required ?? false } as Parameter;
}

function isManual({ steps }: ManifestCase): boolean {
	return steps.some((step) => 'manual' in step);
}

function needsRoot({ privilege, steps }: ManifestCase): boolean {
	const commands = steps.flatMap((step) => ('manual' in step ? (step.manual.commands ?? []) : []));
	return [{ privilege }, ...steps, ...commands].some((part) => part.privilege?.user === 'root');
}

/** A case's time as it was learned, else as its author says. How long a person takes is nobody's to learn. */
function estimate(
	{ id, cases }: Manifest,
	learned: LearnedTimes,
): Pick<SuiteSummary, 'estimatedSeconds' | 'learnedCases'> {
	const learnedOf = (entry: ManifestCase) => (isManual(entry) ? null : learnedTime(`${id}/${entry.id}`, learned));
	const times = cases.map((entry) => ({
		learned: learnedOf(entry),
		said: entry.estimate === undefined ? null : milliseconds(entry.estimate) / 1_000,
	}));
	const known = times.flatMap((time) => time.learned ?? time.said ?? []);
	return {
		estimatedSeconds: known.length === 0 ? null : known.reduce((total, seconds) => total + seconds, 0),
		learnedCases: times.filter((time) => time.learned !== null).length,
	};
}

/** Of all instances of a case ("suite/case[threads=4]") together; null when none of them ever ran here. */
function learnedTime(key: string, learned: LearnedTimes): number | null {
	const own = [...learned].filter(([name]) => name === key || name.startsWith(`${key}[`));
	return own.length === 0 ? null : own.reduce((total, [, seconds]) => total + seconds, 0);
}

/** Commands that the suite names and that are not found: a first hint; the plan says more. */
function missingTools(manifest: Manifest, tools: ToolLookup): number {
	const names = new Set([manifest.tools ?? [], ...manifest.cases.map((entry) => entry.tools ?? [])].flat());
	return [...names].filter((name) => tools.find(name) === null).length;
}

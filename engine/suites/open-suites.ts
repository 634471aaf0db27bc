import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { HostProfile } from '../../contract/host.ts';
import type { Plan, Score } from '../../contract/plan.ts';
import type { Product } from '../../contract/product.ts';
import type { ManifestProblem, SuiteDetail, SuiteSummary } from '../../contract/suite.ts';
import { type CheckAnswer, checkDirectory } from './check-directory.ts';
import { createSuite } from './create/create-suite.ts';
import { type FoundSuite, findSuites, holdsManifest, type SuiteFolder } from './find/find-suites.ts';
import { type LoadedSuite, loadSuite } from './find/loaded-suite.ts';
import { keepSignature } from './find/signature-file.ts';
import { suiteDigest } from './find/suite-digest.ts';
import { type SignatureJudge, suiteOrigin } from './find/suite-origin.ts';
import type { Manifest } from './manifest/suite.ts';
import type { AskElevation } from './plan/find-privileges.ts';
import { makePlan, type PlannableSuite } from './plan/make-plan.ts';
import type { GivenParams } from './plan/parameters.ts';
import { planScore } from './plan/plan-measures.ts';
import { readSecrets, type Secrets } from './plan/secrets.ts';
import { pathLookup, systemPath, type ToolLookup, withKernels } from './plan/tool-lookup.ts';
import { type RunTool, runVersionCommand } from './plan/tool-versions.ts';
import { detail, type LearnedTimes, summarise } from './summarise.ts';

export interface SuitesOptions {
	/** Asked for at every look: folders come and go while suites are open. */
	readonly directories: readonly SuiteFolder[];
	/** Where commands are found; the PATH of this process and the system's own folders unless given. */
	readonly tools?: ToolLookup;
	/** The program with the built-in kernels for this machine: what `tools: [shipei-kernels]` asks for. */
	readonly kernels?: string | null | undefined;
	/** Starts a command to read its version; as a short, bounded command unless given. */
	readonly runTool?: RunTool;
	/** Whether a step could become root here, for the dry run; nothing is said about it unless given. */
	readonly askElevation?: AskElevation;
	/** Judges the signatures that lie beside suites; unless given, no suite counts as signed. */
	readonly judge?: SignatureJudge;
}

export interface PlanRequest {
	/** Ids or folders. */
	readonly suites: readonly string[];
	readonly params: GivenParams;
	readonly product: Product | null;
	readonly host: HostProfile;
	readonly only?: readonly string[] | undefined;
}

export interface Suites {
	/** Every suite that can be read; a broken one is left out here and told by `problems`. */
	list(learned?: LearnedTimes): SuiteSummary[];
	/** What is wrong with suites that `list` had to leave out. */
	problems(): ManifestProblem[];
	show(suite: string, learned?: LearnedTimes): SuiteDetail;
	/** Where suites are looked for, and which ids each folder holds. */
	folders(): { directory: string; origin: SuiteFolder['origin']; found: boolean; suites: string[] }[];
	check(directory: string): CheckAnswer;
	create(directory: string, id?: string): { files: string[] };
	/** Puts a publisher's signature beside a suite. Answers the file. */
	keepSignature(directory: string, envelope: Uint8Array): string;
	plan(request: PlanRequest): Promise<Plan>;
	/** The secret parameters of a request, by "suite/name": for the runner's memory only. */
	secrets(request: Pick<PlanRequest, 'suites' | 'params'>): Secrets;
	/** What every suite that can be read says about its score. */
	scores(): { suiteId: string; suiteVersion: string; score: Score }[];
}

const NOTHING_LEARNED: LearnedTimes = new Map();

/** Opens the folders that hold suites. Nothing is read until it is asked for. */
export function openSuites(options: SuitesOptions): Suites {
	const tools = withKernels(options.tools ?? pathLookup(systemPath()), options.kernels ?? null);
	const runTool = options.runTool ?? runVersionCommand;
	const judge = options.judge ?? (() => ({ signature: 'unsigned' }));
	const { askElevation } = options;
	const looks = { tools, judge };
	const find = (suite: string): ReadySuite => ready(findOne(suite, options.directories));
	return {
		list: (learned = NOTHING_LEARNED) =>
			loadAll(options.directories)
				.filter(isReady)
				.map((suite) => summarise(suite.manifest, suite, { ...looks, learned })),
		problems: () =>
			loadAll(options.directories)
				.filter((suite) => !isReady(suite))
				.flatMap(({ problems }) => problems),
		show: (suite, learned = NOTHING_LEARNED) => detail(find(suite), { ...looks, learned }),
		folders: () => options.directories.map(folderState),
		check: (directory) => checkDirectory(directory, options.directories, judge),
		create: createSuite,
		keepSignature,
		plan: ({ suites, ...request }) =>
			makePlan({
				...request,
				suites: suites.map((suite) => plannable(find(suite), judge)),
				tools,
				runTool,
				askElevation,
			}),
		secrets: ({ suites, params }) =>
			readSecrets(
				suites.map((suite) => find(suite).manifest),
				params,
			),
		scores: () =>
			loadAll(options.directories)
				.filter(isReady)
				.flatMap(({ manifest: { id, version, score } }) =>
					score === undefined ? [] : [{ suiteId: id, suiteVersion: version, score: planScore(score) }],
				),
	};
}

function folderState(folder: SuiteFolder): ReturnType<Suites['folders']>[number] {
	const directory = resolve(folder.directory);
	const found = statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;
	return { directory, origin: folder.origin, found, suites: findSuites(folder).map(load).map(idOf) };
}

type ReadySuite = LoadedSuite & { readonly manifest: Manifest };

function isReady(suite: LoadedSuite): suite is ReadySuite {
	return suite.manifest !== null && !suite.problems.some(({ severity }) => severity === 'error');
}

function loadAll(folders: readonly SuiteFolder[]): LoadedSuite[] {
	return folders.flatMap(findSuites).map(load);
}

function load({ directory, origin }: FoundSuite): LoadedSuite {
	return loadSuite(directory, origin);
}

/** A name with a slash is a folder, any other an id: where one stands must not change what a name means. */
function findOne(suite: string, folders: readonly SuiteFolder[]): LoadedSuite {
	if (suite.includes('/')) {
		const directory = resolve(suite);
		if (!holdsManifest(directory)) throw new ShipeiError('suite.no-manifest', { directory });
		const known = folders.flatMap(findSuites).find((found) => found.directory === directory);
		return load(known ?? { directory, origin: 'external' });
	}
	const all = folders.flatMap(findSuites).map(load);
	const named = all.filter((loaded) => idOf(loaded) === suite);
	const [first, second] = named;
	if (first === undefined) {
		const known = all.map(idOf).join(', ');
		throw new ShipeiError('suite.unknown', { suite, known: known === '' ? '∅' : known });
	}
	if (second !== undefined)
		throw new ShipeiError('suite.twice', { suite, first: first.directory, second: second.directory });
	return first;
}

/** The id in the manifest; of one that cannot be read, the name of its folder. */
function idOf({ manifest, directory }: LoadedSuite): string {
	return manifest?.id ?? directory.split('/').at(-1) ?? directory;
}

function ready(loaded: LoadedSuite): ReadySuite {
	if (isReady(loaded)) return loaded;
	const errors = loaded.problems.filter(({ severity }) => severity === 'error');
	const first = errors[0];
	throw new ShipeiError('suite.broken', {
		suite: idOf(loaded),
		directory: loaded.directory,
		count: errors.length,
		file: first?.file ?? '',
		line: first?.line ?? 0,
		column: first?.column ?? 0,
		path: first?.path ?? '',
		expectedZh: first?.expected.zh ?? '',
		expected: first?.expected.en ?? '',
		found: first?.found ?? '',
	});
}

function plannable(suite: ReadySuite, judge: SignatureJudge): PlannableSuite {
	const { manifest, directory } = suite;
	const { id, version } = manifest;
	const digest = suiteDigest(directory);
	return { manifest, directory, digest, origin: suiteOrigin(suite, { id, version, digest }, judge) };
}

import { readFileSync } from 'node:fs';
import { ShipeiError } from '../../../contract/errors.ts';
import type { EngineEvent } from '../../../contract/events.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { Handlers } from '../../../contract/methods.ts';
import type { CaseResult, RunDetail } from '../../../contract/run.ts';
import { standInComparison } from './stand-in-comparison.ts';
import { standInEvidence } from './stand-in-evidence.ts';
import {
	LAB_AUDIT,
	LAB_KEYS,
	LAB_PREVIEW,
	LAB_PRODUCTS,
	LAB_REPORTS,
	LAB_TRUST,
	LAB_USAGE,
	labVerification,
} from './stand-in-lab.ts';
import { DEMO_SUITE, DRAFTED, standInPlan } from './stand-in-plan.ts';
import { LAB_RESULTS, manyResults, standInImport, standInMaterial } from './stand-in-results.ts';
import { standInRun } from './stand-in-run.ts';
import { LAB_FOLDERS, labSettings } from './stand-in-settings.ts';

export interface StandInOptions {
	/** Null: this machine was not detected yet. */
	readonly host: HostProfile | null;
	/** Nothing recorded at all. */
	readonly empty?: boolean;
	/** Cases of the large run. */
	readonly many?: number;
	/** A matrix of this many products and platforms in the place of the laboratory's. */
	readonly matrix?: readonly [products: number, platforms: number];
}

/** Handlers with made-up data, for the states of screens that a real engine shows only after hours. Never shipped. */
export function standInEngine(options: StandInOptions) {
	const full = options.empty !== true;
	const results = options.matrix === undefined ? LAB_RESULTS : manyResults(...options.matrix);
	const evidence = standInEvidence();
	const listeners = new Set<(event: EngineEvent) => void>();
	const runs = new Map<string, { detail: RunDetail; cases: Map<string, CaseResult> }>();
	if (full) {
		runs.set('run-live', standInRun('run-live', evidence, { cases: 9, state: 'running' }));
		runs.set('run-done', standInRun('run-done', evidence, { cases: 14, state: 'ended' }));
		runs.set('run-stopped', standInRun('run-stopped', evidence, { cases: 12, state: 'interrupted' }));
		if (options.many !== undefined) {
			runs.set('run-many', standInRun('run-many', evidence, { cases: options.many, state: 'ended' }));
		}
	}
	const run = (id: string) => {
		const found = runs.get(id);
		if (found === undefined) throw new ShipeiError('store.no-run', { run: id });
		return found;
	};
	const known: Partial<Handlers> = {
		'about.show': () => ({
			name: 'shipei',
			version: '0.1.0',
			node: process.version,
			platform: process.platform,
			arch: process.arch,
			dataDirectory: '/home/lab/.local/share/shipei',
			pid: process.pid,
			bootId: 'boot',
			licence: 'Apache-2.0',
			seq: full ? LAB_AUDIT.last : 0,
		}),
		'about.selfTest': () => [
			{ id: 'database', outcome: 'passed', detail: { zh: '数据库完整。', en: 'The database is whole.' } },
			{ id: 'clock', outcome: 'unknown', detail: { zh: '是否同步未知。', en: 'Not known whether it is kept.' } },
		],
		'about.components': () => [
			{ name: 'react', version: '19.3.1', licence: 'MIT' },
			{ name: 'zod', version: '4.6.7', licence: 'MIT' },
		],
		'data.usage': () => LAB_USAGE,
		'settings.show': () => (full ? labSettings(evidence) : { people: [] }),
		'suite.folders': () => (full ? LAB_FOLDERS : LAB_FOLDERS.slice(0, 1)),
		'settings.change': () => ({}),
		'audit.list': () => (full ? LAB_AUDIT : { entries: [], last: 0 }),
		'audit.verify': () => ({ intact: true, entries: 0, head: '00', firstBad: null }),
		'host.current': () =>
			options.host === null
				? null
				: { profile: options.host, evidence: 'ef'.repeat(32), detectedOn: options.host.detectedOn },
		'host.list': () => [],
		'host.show': () => {
			if (options.host === null) throw new ShipeiError('store.no-host', { evidence: '' });
			return options.host;
		},
		'host.corrections': () => [],
		'host.noise': () => [
			{ code: 'load', state: 'attention', text: { zh: '系统负载', en: 'System load' }, value: '3.2' },
			{ code: 'governor', state: 'unknown', text: { zh: '调频策略', en: 'Governor' }, value: null },
		],
		'case.doubts': () => [],
		'suite.list': () =>
			full ? [DEMO_SUITE].map(({ parameters: _p, caseList: _c, manifest: _m, ...rest }) => rest) : [],
		'suite.show': () => DEMO_SUITE,
		'product.list': () => (full ? LAB_PRODUCTS : []),
		'plan.make': () => standInPlan(),
		'run.list': () => [...runs.values()].map(({ detail: { cases: _cases, notices: _notices, ...rest } }) => rest),
		'run.show': ({ run: id }) => run(id).detail,
		'run.case': ({ run: id, key }) => {
			const found = run(id).cases.get(key);
			if (found === undefined) throw new ShipeiError('store.no-run', { run: id });
			return found;
		},
		'run.samples': () => [],
		'run.steps': () => [],
		'run.asking': () =>
			[...runs.values()].flatMap(({ detail }) =>
				detail.cases
					.filter(({ state }) => detail.state === 'running' && state === 'asking')
					.map(({ key, title }) => ({ run: detail.id, key, attempt: 1, step: 'look', title, product: detail.product })),
			),
		'run.compare': ({ baseline, candidates }) => candidates.map((candidate) => standInComparison(baseline, candidate)),
		'run.plan': () => standInPlan(),
		'run.drafts': ({ key }) =>
			key === 'demo/case-8' ? [{ step: 'manual-0', by: '王工', on: '2026-11-22T06:09:00Z', answers: DRAFTED }] : [],
		'case.history': () => [],
		'key.list': () => (full ? LAB_KEYS : []),
		'report.list': () => (full ? LAB_REPORTS : []),
		'report.results': ({ after, limit }) => {
			const all = full ? results : [];
			return { results: all.slice(after, after + limit), total: all.length };
		},
		'report.import': ({ files, apply }) => standInImport(files, apply),
		'review.material': ({ file }) => standInMaterial(file),
		'report.draft': () => ({ order: {}, supersedes: null, baseline: null, missing: ['customer.name', 'sample.id'] }),
		'report.save': () => ({ order: {}, supersedes: null, baseline: null, missing: [] }),
		'report.preview': () => ({ html: LAB_PREVIEW }),
		'report.privacy': () => [
			{ profile: 'full', removed: [], withheld: [] },
			{ profile: 'reduced', removed: ['operator.person'], withheld: ['screenshot.png'] },
			{ profile: 'minimal', removed: ['operator.person', 'order.remarks'], withheld: ['screenshot.png', 'stdout'] },
		],
		'bundle.verify': ({ file }) => labVerification(file),
		'trust.show': () => (full ? LAB_TRUST : null),
		'evidence.read': ({ sha256, from, length }) => {
			const bytes = evidence.read(sha256);
			return { base64: bytes.subarray(from, from + length).toString('base64'), from, size: bytes.length };
		},
		'evidence.add': ({ name, mediaType, base64 = '', file, source }) => {
			const bytes = file === undefined ? Buffer.from(base64, 'base64') : readFileSync(file);
			return { ...evidence.add(name, bytes, mediaType, 'screenshot'), source };
		},
		'evidence.search': () => ({ hits: [], more: false }),
	};
	const handlers = new Proxy(known, {
		get: (target, name) =>
			Reflect.get(target, name) ??
			(() => {
				throw new ShipeiError('call.not-yet', { what: String(name) });
			}),
	}) as Handlers;
	return {
		handlers,
		feed: {
			subscribe(_after: number, listener: (event: EngineEvent) => void) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		},
		emit(event: EngineEvent) {
			for (const listener of listeners) listener(event);
		},
	};
}

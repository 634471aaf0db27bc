import { RUNTIME_FACT } from '../../../contract/measurement.ts';
import type { Text } from '../../../contract/text.ts';
import type { Manifest } from '../manifest/suite.ts';
import { stepsOf } from '../manifest/walk-steps.ts';
import { findCycle } from '../plan/find-cycle.ts';
import { nearest } from './did-you-mean.ts';
import type { Report } from './report.ts';

const HARDWARE_ONLY: Text = {
	zh: '测量机器本身的用例；应用运行时的数值不计入分数',
	en: 'a case that measures the machine: figures of an application runtime are never part of a score',
};

/** Checks that ids are unique and that what is named by an id is there. */
export function checkReferences(manifest: Manifest, report: Report): void {
	unique(
		manifest.cases.map(({ id }) => id),
		(index) => ['cases', index, 'id'],
		report,
	);
	for (const [index, entry] of manifest.cases.entries()) {
		const steps = stepsOf(entry, index).filter(({ step }) => step.id !== undefined);
		unique(
			steps.map(({ step }) => step.id ?? ''),
			(at) => [...(steps[at]?.path ?? []), 'id'],
			report,
		);
		checkStepNames(manifest, index, report);
		checkMetrics(manifest, index, report);
	}
	checkOrder(manifest, report);
	checkScore(manifest, report);
}

function unique(ids: readonly string[], pathOf: (index: number) => PropertyKey[], report: Report): void {
	for (const [index, id] of ids.entries()) {
		if (ids.indexOf(id) === index) continue;
		report(pathOf(index), { zh: '不与其他标识重复', en: 'an id that is used once' }, id);
	}
}

function checkStepNames(manifest: Manifest, index: number, report: Report): void {
	const entry = manifest.cases[index];
	const ids = entry?.steps.flatMap((step) => step.id ?? []) ?? [];
	for (const part of ['measure', 'facts'] as const) {
		for (const [at, { step }] of (entry?.[part] ?? []).entries()) {
			if (step !== undefined && !ids.includes(step)) report(['cases', index, part, at, 'step'], oneOf(ids, step), step);
		}
	}
}

function checkMetrics(manifest: Manifest, index: number, report: Report): void {
	const entry = manifest.cases[index];
	const metrics = entry?.measure?.map(({ metric }) => metric) ?? [];
	unique(metrics, (at) => ['cases', index, 'measure', at, 'metric'], report);
	const bars = entry?.bar === undefined ? [] : [entry.bar].flat();
	for (const [at, { metric }] of bars.entries()) {
		const path = Array.isArray(entry?.bar) ? ['cases', index, 'bar', at, 'metric'] : ['cases', index, 'bar', 'metric'];
		if (!metrics.includes(metric)) report(path, oneOf(metrics, metric), metric);
	}
}

function checkOrder(manifest: Manifest, report: Report): void {
	const ids = manifest.cases.map(({ id }) => id);
	const edges = new Map<string, string[]>();
	for (const [index, entry] of manifest.cases.entries()) {
		for (const part of ['needs', 'after'] as const) {
			for (const [at, name] of (entry[part] ?? []).entries()) {
				// "suite/case" names a case of another suite: whether it is there shows when a plan is made.
				if (!ids.includes(name) && !name.includes('/')) report(['cases', index, part, at], oneOf(ids, name), name);
			}
		}
		edges.set(
			entry.id,
			[...(entry.needs ?? []), ...(entry.after ?? [])].filter((name) => ids.includes(name)),
		);
	}
	const cycle = findCycle(edges);
	if (cycle === null) return;
	const index = ids.indexOf(cycle[0] ?? '');
	const part = (manifest.cases[index]?.needs?.length ?? 0) > 0 ? 'needs' : 'after';
	report(['cases', index, part], { zh: '不成环的先后次序', en: 'an order without a circle' }, cycle.join(' → '));
}

function checkScore(manifest: Manifest, report: Report): void {
	for (const [index, member] of (manifest.score?.members ?? []).entries()) {
		const path = ['score', 'members', index];
		const entry = manifest.cases.find(({ id }) => id === member.case);
		const ids = manifest.cases.map(({ id }) => id);
		if (entry === undefined) report([...path, 'case'], oneOf(ids, member.case), member.case);
		const metrics = entry?.measure?.map(({ metric }) => metric) ?? [];
		if (entry !== undefined && !metrics.includes(member.metric)) {
			report([...path, 'metric'], oneOf(metrics, member.metric), member.metric);
		}
		if (entry?.facts?.some(({ name }) => name === RUNTIME_FACT))
			report([...path, 'case'], HARDWARE_ONLY, `${member.case}: ${RUNTIME_FACT}`);
	}
}

/** "one of", with the nearest first when one was probably meant. */
export function oneOf(known: readonly string[], found: string): Text {
	const meant = nearest(found, known);
	const list = known.slice(0, 20).join(', ');
	if (meant !== undefined) return { zh: `“${meant}”（或其他已有的名称）`, en: `“${meant}” (or another known name)` };
	return { zh: `以下之一：${list}`, en: `one of: ${list}` };
}

import { foreignTargets, targetsOf } from '../../../contract/network-target.ts';
import { type Plan, withCommands } from '../../../contract/plan.ts';
import { commandOf } from '../../effects/command-of.ts';
import { csv } from '../../list/write-csv.ts';

/** The dry run for approval outside: one row a step, then the network targets, each on the laboratory's list or not. */
export function planCsv(plan: Plan, allowedTargets: readonly string[]): string {
	const foreign = foreignTargets(plan, allowedTargets);
	const targets = targetsOf(plan).map((target) => [
		'network',
		target,
		foreign.includes(target) ? 'not listed' : 'listed',
	]);
	const rows = plan.cases.flatMap((entry, index) =>
		withCommands(entry.steps).map((step) => [
			String(index + 1),
			entry.key,
			entry.title.zh ?? entry.title.en ?? '',
			entry.level,
			step.kind,
			step.user,
			String(step.timeoutMs / 1000),
			step.kind === 'manual' ? (step.instructions.zh ?? step.instructions.en ?? '') : commandOf(step),
		]),
	);
	return csv([
		['no', 'key', 'title', 'level', 'kind', 'user', 'limit_s', 'command'],
		...rows,
		...targets,
		['plan', plan.digest],
	]);
}

/** What has to be fetched before a trip into a room without a network. */
export function missingCsv(plan: Plan): string {
	const rows = plan.missing.map((entry) => [
		entry.kind,
		entry.suite,
		entry.name,
		entry.sha256 ?? '',
		entry.detail.zh ?? '',
	]);
	return csv([['kind', 'suite', 'name', 'sha256', 'detail'], ...rows]);
}

import type { Touches } from '../../contract/plan.ts';

export type Effect = 'packages' | 'services' | 'files' | 'ports' | 'settings' | 'users' | 'reboot' | 'sleep';

/** What a case says it touches, as pairs of kind and thing; `null` for "something of that kind". */
export function effectsOf(touches: Touches): { kind: Effect; what: string | null }[] {
	const named = (kind: Effect, list: readonly (string | number)[] | undefined) =>
		(list ?? []).map((what) => ({ kind, what: String(what) }));
	return [
		...(touches.packages === true ? [{ kind: 'packages' as const, what: null }] : []),
		...named('packages', Array.isArray(touches.packages) ? touches.packages : []),
		...named('services', touches.services),
		...named('files', touches.files),
		...named('ports', touches.ports),
		...named('settings', touches.settings),
		...named('users', touches.users),
		...(touches.reboot === true ? [{ kind: 'reboot' as const, what: null }] : []),
		...(touches.sleep === true ? [{ kind: 'sleep' as const, what: null }] : []),
	];
}

/** After these the run goes on by itself: nothing is left behind that a step would have to restore. */
const PASSING: ReadonlySet<Effect> = new Set(['reboot', 'sleep']);

export function leavesSomething(touches: Touches): boolean {
	return effectsOf(touches).some(({ kind }) => !PASSING.has(kind));
}

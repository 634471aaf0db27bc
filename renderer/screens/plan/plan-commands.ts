import type { PlannedCase, PlannedStep } from '../../../contract/plan.ts';

/** A step as one would type it. */
export function commandOf(step: PlannedStep): string {
	switch (step.kind) {
		case 'run':
			return step.argv.map(quoted).join(' ');
		case 'script':
			return [step.file, ...step.args].map(quoted).join(' ');
		case 'action': {
			const args = Object.entries(step.with).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
			return [step.action, ...args].join(' ');
		}
		case 'manual':
			return '';
		case 'reboot':
			return 'reboot';
	}
}

/** What a case says it touches, as pairs of kind and thing; `null` for "something of that kind". */
export function effectsOf(entry: PlannedCase): { kind: Effect; what: string | null }[] {
	const { touches } = entry;
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
	];
}

export type Effect = 'packages' | 'services' | 'files' | 'ports' | 'settings' | 'users' | 'reboot';

function quoted(argument: string): string {
	return /^[\w@%+=:,./${}-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

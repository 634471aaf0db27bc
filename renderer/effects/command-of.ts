import type { WrittenStep } from '../../contract/plan.ts';

/** A step as one would type it; nothing for what a person does. */
export function commandOf(step: WrittenStep): string {
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

function quoted(argument: string): string {
	return /^[\w@%+=:,./${}-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

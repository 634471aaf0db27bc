import { elevation } from '../step/privilege.ts';
import type { RunContext } from './run-context.ts';

/** How to become root without asking anybody; nothing where no step of the run did. */
export function silentElevation({ options, plan }: RunContext): readonly string[] {
	const asRoot = plan.cases.some(({ privilege }) => privilege?.user === 'root');
	if (!asRoot || options.elevation === 'window') return [];
	const environment = options.environment ?? process.env;
	const raised = elevation(options.elevation, process.getuid?.(), environment.PATH ?? '');
	return 'prefix' in raised ? raised.prefix : [];
}

import type { Command } from 'commander';
import type { Cli } from '../cli.ts';

interface OrderOptions {
	from?: string;
	set?: string[];
	json?: boolean;
	data?: string;
}

/** `report order`: what a lab report needs and only a person knows, as a file to fill in or field by field. */
export function defineOrderVerb(report: Command, cli: Cli): void {
	const { terminal } = cli;
	report
		.command('order')
		.description(terminal.text('report.order'))
		.argument('<run>')
		.option('--from <file>', terminal.text('report.order.from'))
		.option('--set <field=value>', terminal.text('report.order.set'), (field: string, before: string[] = []) => [
			...before,
			field,
		])
		.option('--json', terminal.text('option.json'))
		.action(async (run: string, _own: OrderOptions, command: Command) => {
			// Loaded here: every other command starts without the YAML reader.
			const { readOrder, withField } = await import('../order/read-order.ts');
			const { from, set = [], json, data } = command.optsWithGlobals<OrderOptions>();
			const client = await cli.client(data);
			const before = await client.call('report.draft', { run });
			const start = from === undefined ? before.order : readOrder(from);
			const order = set.reduce(withField, start);
			const saved = from !== undefined || set.length > 0;
			const draft = saved ? await client.call('report.save', { run, order }) : before;
			if (json) return terminal.json(draft);
			const { orderPage } = await import('../pages/order-page.ts');
			terminal.page(orderPage(draft, terminal.language));
			if (draft.missing.length > 0) {
				terminal.remark(terminal.text('report.order.missing', { fields: draft.missing.join(', ') }));
			}
		});
}

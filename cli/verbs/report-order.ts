import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse } from 'yaml';
import { ShipeiError } from '../../contract/errors.ts';
import type { Input } from '../../contract/methods.ts';
import type { Cli } from '../cli.ts';
import { orderPage } from '../pages/order-page.ts';

type Order = Input<'report.save'>['order'];

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
			const { from, set = [], json, data } = command.optsWithGlobals<OrderOptions>();
			const client = await cli.client(data);
			const before = await client.call('report.draft', { run });
			const start = from === undefined ? before.order : readOrder(from);
			const order = set.reduce(withField, start);
			const saved = from !== undefined || set.length > 0;
			const draft = saved ? await client.call('report.save', { run, order }) : before;
			if (json) return terminal.json(draft);
			terminal.page(orderPage(draft, terminal.language));
			if (draft.missing.length > 0) {
				terminal.remark(terminal.text('report.order.missing', { fields: draft.missing.join(', ') }));
			}
		});
}

function readOrder(file: string): Order {
	try {
		// What is no order is refused by the call that takes it.
		return (parse(readFileSync(file, 'utf8')) ?? {}) as Order;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ShipeiError('call.unreadable-file', { file, reason }, { cause: error });
	}
}

/** `customer.name=某某公司`; a value in brackets or braces is YAML, an empty one takes the field away. */
function withField(order: Order, field: string): Order {
	const at = field.indexOf('=');
	if (at < 1) throw new ShipeiError('call.bad-input', { method: '--set', problems: field });
	const [path, value] = [field.slice(0, at).split('.'), field.slice(at + 1)];
	return put(order, path, /^[[{]/u.test(value) ? parse(value) : value) as Order;
}

function put(whole: object, [name = '', ...rest]: readonly string[], value: unknown): object {
	const { [name]: old, ...others } = whole as Record<string, unknown>;
	if (rest.length > 0)
		return { ...others, [name]: put(typeof old === 'object' && old !== null ? old : {}, rest, value) };
	return value === '' ? others : { ...others, [name]: value };
}

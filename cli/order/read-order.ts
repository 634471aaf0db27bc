import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ShipeiError } from '../../contract/errors.ts';
import type { Input } from '../../contract/methods.ts';

export type Order = Input<'report.save'>['order'];

/** The order of a file that a person filled in, YAML or JSON. */
export function readOrder(file: string): Order {
	try {
		// What is no order is refused by the call that takes it.
		return (parse(readFileSync(file, 'utf8')) ?? {}) as Order;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ShipeiError('call.unreadable-file', { file, reason }, { cause: error });
	}
}

/** `customer.name=某某公司`; a value in brackets or braces is YAML, an empty one takes the field away. */
export function withField(order: Order, field: string): Order {
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

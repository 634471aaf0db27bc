import type { Order } from '../../../contract/report.ts';

/** The order's plain text fields by path, in groups as a lab fills them in. */
export const ORDER_GROUPS = [
	{ group: 'report', fields: ['reportNumber', 'manufacturer', 'location'] },
	{ group: 'customer', fields: ['customer.name', 'customer.address', 'customer.contact'] },
	{ group: 'lab', fields: ['lab.name', 'lab.address', 'lab.phone'] },
	{ group: 'sample', fields: ['sample.id', 'sample.condition', 'sample.receivedOn', 'sample.receivedBy'] },
	{ group: 'rule', fields: ['decisionRule', 'remarks'] },
] as const;

export type OrderField = (typeof ORDER_GROUPS)[number]['fields'][number];

export function readField(order: Order, path: OrderField): string {
	let at: unknown = order;
	for (const step of path.split('.')) at = isRecord(at) ? at[step] : undefined;
	return typeof at === 'string' ? at : '';
}

/** The order with one field changed; an emptied field is left out, and so is a party without a name. */
export function writeField(order: Order, path: OrderField, value: string): Order {
	const [first = '', second] = path.split('.');
	const next: Record<string, unknown> = { ...order };
	if (second === undefined) put(next, first, value);
	else {
		const part: Record<string, unknown> = isRecord(next[first]) ? { ...next[first] } : {};
		put(part, second, value);
		// The schema wants a party's name as soon as anything else about it is known.
		if ((first === 'customer' || first === 'lab') && Object.keys(part).length > 0) part['name'] ??= '';
		if (Object.values(part).every((entry) => entry === '')) delete next[first];
		else next[first] = part;
	}
	return next as Order;
}

function put(record: Record<string, unknown>, name: string, value: string): void {
	if (value === '') delete record[name];
	else record[name] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return value !== null && typeof value === 'object';
}

/** The basis as lines of "number title". */
export function basisLines(order: Order): string {
	return (order.basis ?? []).map((entry) => [entry.id, entry.title].filter((part) => part !== '').join(' ')).join('\n');
}

export function withBasis(order: Order, lines: string): Order {
	const basis = lines
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			// "GB/T 25000.51-2016 系统与软件工程": the number goes up to the first word that begins with a letter of a script.
			const title = /\s(?=\p{Script=Han})/u.exec(line);
			const at = title?.index ?? line.length;
			return { id: line.slice(0, at), title: line.slice(at).trim() };
		});
	const next = { ...order };
	delete next.basis;
	return basis.length === 0 ? next : { ...next, basis };
}

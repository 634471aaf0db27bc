import type { Order, PrivacyProfile } from '../../../contract/report.ts';

/** The order as the privacy profile lets it be seen. */
export function orderPart(order: Order, privacy: PrivacyProfile): Order {
	if (privacy === 'full') return order;
	const { customer, lab, sample, deviations, location, remarks, ...rest } = order;
	const without = {
		...rest,
		...(lab === undefined ? {} : { lab: leaveOut(lab, 'phone') }),
		...(sample === undefined ? {} : { sample: leaveOut(sample, 'receivedBy') }),
		...(deviations === undefined
			? {}
			: { deviations: deviations.map((deviation) => leaveOut(deviation, 'approvedBy')) }),
	};
	if (privacy === 'minimal') return without;
	return {
		...without,
		...(customer === undefined ? {} : { customer: leaveOut(customer, 'contact') }),
		...(location === undefined ? {} : { location }),
		...(remarks === undefined ? {} : { remarks }),
	};
}

function leaveOut<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
	const { [key]: _, ...rest } = whole;
	return rest;
}

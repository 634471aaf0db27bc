import { SIGNATURE_ROLES } from '../../document.ts';

/** The names that may stand between {{ }}: known without a report, so that a template can be checked on its own. */
export const PLACEHOLDER_NAMES: ReadonlySet<string> = new Set([
	...['title', 'number', 'id', 'classification', 'copy', 'issuedOn', 'draft', 'verdict', 'counts', 'code', 'end'].map(
		(name) => `report.${name}`,
	),
	...['name', 'version', 'vendor', 'category'].map((name) => `product.${name}`),
	...['type', 'location'].map((name) => `order.${name}`),
	...['name', 'address', 'contact'].map((name) => `customer.${name}`),
	'manufacturer',
	...['name', 'address', 'phone'].map((name) => `lab.${name}`),
	...['id', 'condition', 'receivedOn'].map((name) => `sample.${name}`),
	...['startedOn', 'finishedOn'].map((name) => `test.${name}`),
	...['cpu', 'os', 'kernel', 'arch'].map((name) => `host.${name}`),
	...SIGNATURE_ROLES.flatMap((role) => ['name', 'date', 'keyid', 'state'].map((name) => `${role}.${name}`)),
	'declaration',
	...['facts', 'forest', 'signatures'].map((name) => `summary.${name}`),
	'sections',
	...Array.from({ length: 11 }, (_, index) => `section.${index + 1}`),
	'appendices',
	...['A', 'B', 'C', 'D', 'E'].map((letter) => `appendix.${letter}`),
]);

import type { Confidence, Field } from '../../../contract/host/field.ts';

type ComponentType = 'device' | 'firmware' | 'operating-system' | 'platform' | 'application';

export interface Component {
	readonly type: ComponentType;
	readonly 'bom-ref': string;
	readonly name: string;
	readonly version?: string;
	readonly manufacturer?: { readonly name: string };
	readonly properties?: readonly { readonly name: string; readonly value: string }[];
	readonly evidence?: Record<string, unknown>;
}

export interface ComponentParts {
	readonly vendor?: Field<string>;
	readonly version?: Field<string>;
	/** The field that gave the name: how sure it is goes into the evidence. */
	readonly identity?: Field<string>;
	readonly kind?: string;
	readonly fields?: Readonly<Record<string, Field<string> | Field<number>>>;
}

/** CycloneDX wants a number from 0 to 1. */
const CERTAINTY: Readonly<Record<Confidence, number>> = { certain: 1, likely: 0.8, guess: 0.4 };

export function component(type: ComponentType, reference: string, name: string, parts: ComponentParts): Component {
	const properties = [
		...(parts.kind === undefined ? [] : [{ name: 'shipei:kind', value: parts.kind }]),
		...Object.entries(parts.fields ?? {}).flatMap(([key, field]) =>
			field.value === null ? [] : [{ name: `shipei:${key}`, value: String(field.value) }],
		),
	];
	const vendor = parts.vendor?.value;
	const version = parts.version?.value;
	return {
		type,
		'bom-ref': reference,
		name,
		...(version == null ? {} : { version }),
		...(vendor == null ? {} : { manufacturer: { name: vendor } }),
		...(properties.length === 0 ? {} : { properties }),
		...identityEvidence(parts.identity),
	};
}

function identityEvidence(field: Field<string> | undefined): Pick<Component, 'evidence'> {
	if (field === undefined || field.value === null || field.confidence === null) return {};
	const confidence = CERTAINTY[field.confidence];
	const methods = field.evidence.map(({ from, text }) => ({
		technique: 'other',
		confidence,
		value: `${from}: ${text}`,
	}));
	return { evidence: { identity: [{ field: 'name', confidence, ...(methods.length === 0 ? {} : { methods }) }] } };
}

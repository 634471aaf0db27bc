import type { Name } from '@peculiar/asn1-x509';

const LABELS: Readonly<Record<string, string>> = {
	'2.5.4.3': 'CN',
	'2.5.4.5': 'serialNumber',
	'2.5.4.6': 'C',
	'2.5.4.7': 'L',
	'2.5.4.8': 'ST',
	'2.5.4.10': 'O',
	'2.5.4.11': 'OU',
	'1.2.840.113549.1.9.1': 'emailAddress',
};

/** A name as text, in the order of the certificate: `C=CN, O=某测试中心, CN=李四`. Separators in values are escaped. */
export function distinguishedName(name: Name): string {
	const parts = [...name].flatMap((relative) => [...relative]);
	return parts.map(({ type, value }) => `${LABELS[type] ?? type}=${escaped(value.toString())}`).join(', ');
}

function escaped(text: string): string {
	return text.replace(/[\\,=+]/gu, (character) => `\\${character}`);
}

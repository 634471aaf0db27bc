import canonicalize from 'canonicalize';
import { utf8 } from '../bytes/bytes.ts';
import { parseStrictJson } from './strict-json.ts';

/**
 * The canonical bytes of a JSON value (RFC 8785, JCS). Members that are undefined are left out. A value that our own
 * strict reader would refuse (a lone surrogate, an integer beyond ±(2^53 − 1), −0 aside) throws a TypeError: nobody
 * may sign what nobody will read.
 */
export function canonicalJson(value: unknown): Uint8Array {
	const text = canonicalize(value);
	if (text === undefined) throw new TypeError('There is no JSON for this value.');
	const bytes = utf8(text);
	const read = parseStrictJson(bytes);
	if ('problem' in read) throw new TypeError(`The value cannot be written as strict JSON: ${read.problem}.`);
	return bytes;
}

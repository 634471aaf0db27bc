import { useEffect, useState } from 'react';
import { useEngine } from '../../engine/engine-context.ts';
import { bytesOf } from '../../log/evidence-windows.ts';

const PIECE = 2 * 1024 * 1024;
const LARGEST = 64 * 1024 * 1024;

/** What is stored under a digest, and how it is to be read. */
interface Stored {
	readonly digest: { readonly sha256: string };
	readonly mediaType: string;
	readonly size: number;
}

/** An address under which a stored picture can be shown; null until it is there, or when it is too large. */
export function usePicture(evidence: Stored | null): string | null {
	const { client } = useEngine();
	const [address, setAddress] = useState<string | null>(null);
	const sha256 = evidence?.digest.sha256;
	const mediaType = evidence?.mediaType ?? '';
	const size = evidence?.size ?? 0;
	useEffect(() => {
		if (sha256 === undefined || size > LARGEST) return undefined;
		let made: string | null = null;
		let gone = false;
		const load = async () => {
			const pieces: Uint8Array<ArrayBuffer>[] = [];
			for (let from = 0; from < size; from += PIECE) {
				pieces.push(bytesOf((await client.call('evidence.read', { sha256, from, length: PIECE })).base64));
			}
			if (gone) return;
			// SVG could carry links: shown as a picture it runs nothing, but other types need no such thought.
			made = URL.createObjectURL(new Blob(pieces, { type: mediaType }));
			setAddress(made);
		};
		load().catch(() => setAddress(null));
		return () => {
			gone = true;
			if (made !== null) URL.revokeObjectURL(made);
		};
	}, [client, sha256, mediaType, size]);
	return address;
}

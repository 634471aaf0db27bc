import fc from 'fast-check';
import type { Contents } from './dump-snapshots.ts';

/** One thing that can happen to one evidence file on its way to us. */
export type Mutation =
	| { readonly kind: 'removed' }
	| { readonly kind: 'emptied' }
	| { readonly kind: 'cut'; readonly at: number }
	| { readonly kind: 'bytes'; readonly at: number; readonly bytes: Uint8Array }
	| { readonly kind: 'line lost'; readonly at: number }
	| { readonly kind: 'line doubled'; readonly at: number }
	| { readonly kind: 'noise'; readonly bytes: Uint8Array };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
/** Damage that shows: a flipped digit would be another, equally plausible text. */
const damage = fc.uint8Array({ minLength: 1, maxLength: 200, min: 0x80, max: 0xbf });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
	fc.record({ kind: fc.constant('removed' as const) }),
	fc.record({ kind: fc.constant('emptied' as const) }),
	fc.record({ kind: fc.constant('cut' as const), at: share }),
	fc.record({ kind: fc.constant('bytes' as const), at: share, bytes: damage }),
	fc.record({ kind: fc.constant('line lost' as const), at: share }),
	fc.record({ kind: fc.constant('line doubled' as const), at: share }),
	fc.record({ kind: fc.constant('noise' as const), bytes: fc.uint8Array({ maxLength: 2000 }) }),
);

/** The snapshot with one of its files damaged. Damaged bytes are put in as bytes, not as letters. */
export function damaged(contents: Contents, which: number, change: Mutation): Record<string, string | Uint8Array> {
	const paths = Object.keys(contents);
	const path = paths[which % paths.length] ?? '';
	const { [path]: text = '', ...rest } = contents;
	const after = mutate(text, change);
	return after === undefined ? rest : { ...rest, [path]: after };
}

function mutate(text: string, change: Mutation): string | Uint8Array | undefined {
	switch (change.kind) {
		case 'removed':
			return undefined;
		case 'emptied':
			return '';
		case 'cut':
			return Buffer.from(text).subarray(0, Math.floor(Buffer.byteLength(text) * change.at));
		case 'noise':
			return change.bytes;
		case 'bytes': {
			const bytes = Buffer.from(text);
			bytes.set(
				change.bytes.subarray(0, bytes.length),
				Math.floor((bytes.length - Math.min(bytes.length, change.bytes.length)) * change.at),
			);
			return bytes;
		}
		default: {
			const lines = text.split('\n');
			const index = Math.floor(lines.length * change.at);
			return change.kind === 'line lost'
				? lines.toSpliced(index, 1).join('\n')
				: lines.toSpliced(index, 0, lines[index] ?? '').join('\n');
		}
	}
}

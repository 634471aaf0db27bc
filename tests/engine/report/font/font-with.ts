import { tableDirectory, viewOf } from '../../../../engine/report/font/sfnt.ts';
import { subsetFont } from '../../../../engine/report/font/subset-font.ts';

/** A font that draws one character, as this one draws 国: what a machine has beside ours. */
export function fontWith(character: string, bytes: Uint8Array): Uint8Array {
	const font = subsetFont(bytes, ['国'.codePointAt(0) ?? 0]);
	const { offset } = tableDirectory(viewOf(font)).get('cmap') ?? { offset: 0 };
	// First and last code point of the only group of the only subtable.
	for (const at of [28, 32]) viewOf(font).setUint32(offset + at, character.codePointAt(0) ?? 0);
	return font;
}

/** The same font with another permission to embed it (OS/2 fsType). */
export function withPermission(bytes: Uint8Array, fsType: number): Uint8Array {
	const font = Uint8Array.from(bytes);
	viewOf(font).setUint16((tableDirectory(viewOf(font)).get('OS/2')?.offset ?? 0) + 8, fsType);
	return font;
}

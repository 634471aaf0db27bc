import { evidenceNumber } from '../facts/evidence-number.ts';
import { readPicture } from '../picture/read-picture.ts';
import type { Block, Picture } from './block.ts';
import type { Context } from './context.ts';

/** Pictures are printed as they are, without scaling down: a few small ones, the others stay in the bundle. */
const MOST_BYTES_EACH = 512 * 1024;
const MOST_BYTES = 6 * 1024 * 1024;
const MOST = 60;

/** The screenshots and photos among some evidence, in the order cited, and a sentence about those that do not fit. */
export function thumbnails({ document, predicate, say, told }: Context, indexes: readonly number[]): Block[] {
	const pictures: Picture[] = [];
	let total = 0;
	let left = 0;
	for (const index of new Set(indexes)) {
		const entry = predicate.evidence[index];
		if (entry === undefined || !/^image\/(?:png|jpeg)$/u.test(entry.mediaType) || entry.withheld !== undefined) {
			continue;
		}
		const bytes = entry.size > MOST_BYTES_EACH ? null : (document.evidence?.(entry.digest.sha256) ?? null);
		const picture =
			bytes === null || total + bytes.length > MOST_BYTES || pictures.length >= MOST ? null : readPicture(bytes);
		if (bytes === null || picture === null) {
			left += 1;
			continue;
		}
		total += bytes.length;
		pictures.push({ ...picture, bytes, caption: `${evidenceNumber(index)} ${told(entry.name)}` });
	}
	return [
		...(pictures.length === 0 ? [] : [{ kind: 'pictures' as const, pictures }]),
		...(left === 0
			? []
			: [
					{
						kind: 'paragraph' as const,
						note: true,
						text: say({
							zh: `另有 ${left} 幅图片未印出，见 .xcr 中的证据。`,
							en: `${left} more pictures are not printed; they are in the .xcr.`,
						}),
					},
				]),
	];
}

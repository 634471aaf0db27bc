import type { Language } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { evidenceNumber } from '../facts/evidence-number.ts';
import { speaker } from '../text/words.ts';
import type { PlainSheet } from './plain-sheet.ts';

export function evidenceSheet(document: ReportDocument, language: Language): PlainSheet {
	const say = speaker(language);
	return {
		name: say({ zh: '证据', en: 'Evidence' }),
		columns: [
			{ title: say({ zh: '证据号', en: 'No.' }), width: 10 },
			{ title: say({ zh: '名称', en: 'Name' }), width: 36 },
			{ title: say({ zh: '类型', en: 'Type' }), width: 24 },
			{ title: say({ zh: '字节数', en: 'Bytes' }), width: 12 },
			{ title: 'SHA-256', width: 68 },
			{ title: 'SM3', width: 68 },
			{ title: say({ zh: '不提供的原因', en: 'Withheld because' }), width: 18 },
		],
		rows: document.statement.predicate.evidence.map(({ idx, name, mediaType, size, digest, withheld }) => [
			evidenceNumber(idx),
			name,
			mediaType,
			size,
			digest.sha256,
			digest.sm3,
			withheld?.reason ?? '',
		]),
	};
}

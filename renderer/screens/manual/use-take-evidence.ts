import { App } from 'antd';
import { useState } from 'react';
import type { Evidence } from '../../../contract/evidence.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';
import { tellsPlace } from './tells-place.ts';

/** Exif stands before the picture and is at most 64 KiB long. */
const HEAD = 128 * 1024;

/** `paste` is the clipboard of whoever looks at the page from elsewhere; `clipboard` that of the machine under test. */
export type EvidenceSource =
	| 'screen'
	| 'operator-screen'
	| 'camera'
	| 'paste'
	| 'clipboard'
	| 'file'
	| 'reading'
	| 'redacted';

export interface EvidenceTaker {
	readonly busy: boolean;
	takeFile(file: File, source: EvidenceSource, parent?: string): Promise<void>;
	takePasted(file: File): Promise<void>;
	captureScreen(): Promise<void>;
	takeReading(value: string, unit: string): Promise<void>;
}

/** Ways to take evidence. Bytes go to the engine at once, which hashes them and says what it got. */
export function useTakeEvidence(run: string, onTaken: (evidence: Evidence) => void): EvidenceTaker {
	const { t } = useText();
	const { client, shell } = useEngine();
	const { person } = usePreferences();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const [busy, setBusy] = useState(false);

	const takeFile = async (file: File, source: EvidenceSource, parent?: string) => {
		setBusy(true);
		try {
			// A picture from memory has no path of its own; what has one is named, not copied through the page.
			const place =
				isInMemory(source) && shell.kind === 'window'
					? { base64: await base64Of(file) }
					: { file: await shell.bringFile(file) };
			const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
			if (mediaType === 'image/jpeg' && tellsPlace(new Uint8Array(await file.slice(0, HEAD).arrayBuffer())))
				void message.warning(t('manual.gps'), 10);
			onTaken(
				await client.call('evidence.add', {
					name: nameFor(file, source),
					mediaType,
					role: mediaType.startsWith('image/') ? 'screenshot' : 'other',
					...place,
					source,
					run,
					...(person === '' ? {} : { operator: person }),
					...(parent === undefined ? {} : { parent }),
				}),
			);
		} catch (error) {
			void message.error(textOf(error), 8);
		} finally {
			setBusy(false);
		}
	};

	return {
		busy,
		takeFile,
		takePasted: (file) => takeFile(file, shell.kind === 'window' ? 'clipboard' : 'paste'),
		async captureScreen() {
			setBusy(true);
			try {
				const picture = await shell.captureScreen();
				if (picture === null) void message.warning(t('manual.captureNone'), 8);
				else {
					const source = shell.kind === 'window' ? 'screen' : 'operator-screen';
					await takeFile(new File([picture], 'screen.png', { type: 'image/png' }), source);
				}
			} catch (error) {
				void message.error(textOf(error), 8);
			} finally {
				setBusy(false);
			}
		},
		takeReading: (value, unit) =>
			takeFile(new File([`${value} ${unit}\n`], 'reading.txt', { type: 'text/plain' }), 'reading'),
	};
}

function isInMemory(source: EvidenceSource): boolean {
	return source !== 'file';
}

function nameFor(file: File, source: EvidenceSource): string {
	const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
	return source === 'file' && file.name !== ''
		? file.name
		: `${source}-${stamp}.${file.name.split('.').at(-1) ?? 'bin'}`;
}

async function base64Of(file: File): Promise<string> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let text = '';
	for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
	return btoa(text);
}

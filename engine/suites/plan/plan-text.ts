import type { Text } from '../../../contract/text.ts';
import type { Scope } from '../expression/environment.ts';
import { resolvePlainText } from '../expression/resolve.ts';

/** A text for people with its expressions filled in. */
export function planText(text: Text, scope: Scope): Text {
	return {
		...(text.zh === undefined ? {} : { zh: resolvePlainText(text.zh, scope) }),
		...(text.en === undefined ? {} : { en: resolvePlainText(text.en, scope) }),
	};
}

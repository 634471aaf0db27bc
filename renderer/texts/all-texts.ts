import { auditTexts } from './audit-texts.ts';
import { caseTexts } from './case-texts.ts';
import { compareTexts } from './compare-texts.ts';
import { documentSettingsTexts } from './document-settings-texts.ts';
import { frameTexts } from './frame-texts.ts';
import { hostFieldTexts } from './host-field-texts.ts';
import { hostTexts } from './host-texts.ts';
import { keyTexts } from './key-texts.ts';
import { keyringTexts } from './keyring-texts.ts';
import { logTexts } from './log-texts.ts';
import { manualTexts } from './manual-texts.ts';
import { matrixTexts } from './matrix-texts.ts';
import { noiseTexts } from './noise-texts.ts';
import { overviewTexts } from './overview-texts.ts';
import { planTexts } from './plan-texts.ts';
import { privacyTexts } from './privacy-texts.ts';
import { productTexts } from './product-texts.ts';
import { reachTexts } from './reach-texts.ts';
import { reportTexts } from './report-texts.ts';
import { runTexts } from './run-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import { stateTexts } from './state-texts.ts';
import { storageTexts } from './storage-texts.ts';
import { suiteTexts } from './suite-texts.ts';
import { trustTexts } from './trust-texts.ts';
import { commonTexts } from './word-texts.ts';

/** Every text of the page. */
export const TEXTS = {
	...commonTexts,
	...frameTexts,
	...stateTexts,
	...overviewTexts,
	...noiseTexts,
	...hostTexts,
	...hostFieldTexts,
	...productTexts,
	...suiteTexts,
	...planTexts,
	...runTexts,
	...caseTexts,
	...logTexts,
	...manualTexts,
	...compareTexts,
	...matrixTexts,
	...reportTexts,
	...privacyTexts,
	...auditTexts,
	...settingsTexts,
	...keyringTexts,
	...trustTexts,
	...storageTexts,
	...documentSettingsTexts,
	...reachTexts,
	...keyTexts,
} as const;

type Plural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;
/** Plurals are asked for by their stem, with `count`. */
export type TextKey = Plural<keyof typeof TEXTS>;

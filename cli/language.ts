import type { Language } from '../contract/text.ts';

/** The language of $LC_ALL, $LC_MESSAGES or $LANG, in POSIX's order: zh_* is Chinese, everything else English. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
	const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
	return /^zh/iu.test(locale) ? 'zh' : 'en';
}

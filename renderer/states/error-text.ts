import { useCallback } from 'react';
import { errorText, ShipeiError } from '../../contract/errors.ts';
import { useText } from '../texts/use-text.ts';

/** The sentence for people that belongs to an error, in the language of the page. */
export function useErrorText(): (error: unknown) => string {
	const { language } = useText();
	return useCallback(
		(error) => {
			if (error instanceof ShipeiError) return errorText(error.code, error.details, language);
			return error instanceof Error ? error.message : String(error);
		},
		[language],
	);
}

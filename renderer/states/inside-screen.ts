import { createContext, useContext } from 'react';

/** Whether a screen with a heading is around: a state that stands alone on a page is that page's first heading. */
export const InsideScreen = createContext(false);

export function useStateHeading(): 'h1' | 'h2' {
	return useContext(InsideScreen) ? 'h2' : 'h1';
}

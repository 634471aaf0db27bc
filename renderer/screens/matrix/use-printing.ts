import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is being printed: what is virtual on screen is then there whole. */
export function usePrinting(): boolean {
	const [printing, setPrinting] = useState(false);
	useEffect(() => {
		// The browser takes the page as it is when the listener returns.
		const begin = () => flushSync(() => setPrinting(true));
		const end = () => setPrinting(false);
		window.addEventListener('beforeprint', begin);
		window.addEventListener('afterprint', end);
		return () => {
			window.removeEventListener('beforeprint', begin);
			window.removeEventListener('afterprint', end);
		};
	}, []);
	return printing;
}

import { useSearchParams } from 'react-router';

/** Whether columns are also split by databases and middleware; in the address, as the filters are. */
export function useServersShown(): [boolean, (shown: boolean) => void] {
	const [params, setParams] = useSearchParams();
	const change = (shown: boolean) =>
		setParams(
			(before) => {
				const next = new URLSearchParams(before);
				if (shown) next.set('columns', 'servers');
				else next.delete('columns');
				return next;
			},
			{ replace: true },
		);
	return [params.get('columns') === 'servers', change];
}

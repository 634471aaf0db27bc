import { useMemo, useState } from 'react';
import { useCall } from '../../engine/use-call.ts';
import { type Present, STALE_DAYS } from './stale-reasons.ts';

/** What is here today; null until it is known. */
export function usePresent(settings: Readonly<Record<string, unknown>> | undefined): Present | null {
	const [now] = useState(Date.now);
	const products = useCall('product.list', {});
	const suites = useCall('suite.list', {});
	const host = useCall('host.current', {});
	const known = settings !== undefined && !products.isPending && !suites.isPending && !host.isPending;
	const days = settings?.['matrix.staleDays'];
	return useMemo(
		() =>
			known
				? {
						now,
						staleDays: typeof days === 'number' && days >= 1 ? days : STALE_DAYS,
						products: products.data ?? [],
						suites: suites.data ?? [],
						host: host.data?.profile ?? null,
					}
				: null,
		[known, now, days, products.data, suites.data, host.data],
	);
}

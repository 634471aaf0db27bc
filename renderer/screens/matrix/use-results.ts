import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShipeiError } from '../../../contract/errors.ts';
import type { ReportResult } from '../../../contract/report-result.ts';
import { useEngine } from '../../engine/engine-context.ts';

/** Reports asked for at a time: few where files are large, so that progress shows; many where they are small. */
const [FEWEST, MOST] = [20, 500];
const SOON_MS = 500;

/** Everything signed that is here, verified; and how far that has come, since each file is read whole. */
export function useResults(servers: boolean): {
	readonly query: UseQueryResult<readonly ReportResult[], ShipeiError>;
	readonly progress: { readonly done: number; readonly total: number } | null;
} {
	const { client } = useEngine();
	const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
	const query = useQuery<readonly ReportResult[], ShipeiError>({
		queryKey: ['report.results', { servers }],
		queryFn: async ({ signal }) => {
			const results: ReportResult[] = [];
			let limit = FEWEST;
			for (let total = 1; results.length < total; ) {
				signal.throwIfAborted();
				const from = performance.now();
				const page = await client.call('report.results', { after: results.length, limit, servers });
				limit =
					performance.now() - from < SOON_MS ? Math.min(MOST, limit * 2) : Math.max(FEWEST, Math.floor(limit / 2));
				results.push(...page.results);
				total = page.results.length === 0 ? results.length : page.total;
				setProgress({ done: results.length, total });
			}
			return results;
		},
		staleTime: 60_000,
	});
	return { query, progress: query.isFetching ? progress : null };
}

import { Link } from 'react-router';
import type { Product } from '../../../contract/product.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';
import type { MatrixRow } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';

/** Leads to a plan for this product, with the suites of its report where they are here. A plan is always for this machine. */
export function PlanAgain({ row, entry }: { row: MatrixRow; entry: MatrixEntry | null }) {
	const { t } = useText();
	const products = useCall('product.list', {}).data;
	const suites = useCall('suite.list', {}).data;
	if (products === undefined || suites === undefined) return null;
	const product = productOf(row, entry, products);
	if (row.name !== null && product === undefined) {
		return (
			<p className="muted">
				{t('matrix.planUnknown')} <Link to="/products?new=1">{t('products.new')}</Link>
			</p>
		);
	}
	const here = new Set(suites.map(({ id }) => id));
	const known = (entry?.summary.suites ?? []).flatMap(({ id }) => (here.has(id) ? [id] : []));
	const query = new URLSearchParams({
		step: 'suites',
		...(product === undefined ? {} : { product: product.id }),
		...(known.length === 0 ? {} : { suites: known.join(',') }),
	});
	return (
		<div>
			<Link to={`/plan/new?${query.toString()}`}>{t('matrix.plan')}</Link>
			<p className="muted">{t('matrix.planHere')}</p>
		</div>
	);
}

/** The version of the row, or that of the result; for a product that was not tested there the newest that is registered. */
function productOf(row: MatrixRow, entry: MatrixEntry | null, products: readonly Product[]): Product | undefined {
	const version = row.version ?? entry?.summary.product?.version ?? row.versions[0]?.version;
	return products.find(
		(product) => product.name === row.name && product.vendor === row.vendor && product.version === version,
	);
}

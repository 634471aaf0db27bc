import { Button } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Product } from '../../../contract/product.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { Grid } from '../../list/grid.tsx';
import { matches } from '../../list/matches.ts';
import { SidePane } from '../../list/side-pane.tsx';
import { useFilters } from '../../list/use-filters.ts';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { useCategoryName } from './category-name.ts';
import { ProductForm } from './product-form.tsx';

/** The things under test: list, and a form beside it. */
export function ProductsScreen() {
	const products = useCall('product.list', {});
	return <Shown query={products}>{(list) => <Products products={list} />}</Shown>;
}

function Products({ products }: { products: readonly Product[] }) {
	const { t } = useText();
	const { id } = useParams();
	const [params] = useSearchParams();
	const navigate = useNavigate();
	const filters = useFilters();
	const categoryName = useCategoryName();
	const fresh = params.get('new') !== null;
	const current = products.find((product) => product.id === id);
	const shown = products.filter((product) =>
		matches(filters.text, product.name, product.vendor, product.version, product.category),
	);
	const create = (
		<Button type="primary" onClick={() => void navigate('/products?new=1')}>
			{t('products.new')}
		</Button>
	);
	return (
		<Screen fill title={t('products.title')} actions={create}>
			<SidePane
				fill
				label={t(current === undefined ? 'products.new' : 'word.product')}
				open={fresh || current !== undefined}
				onClose={() => void navigate('/products')}
				pane={
					<ProductForm
						key={current?.id ?? 'new'}
						product={current ?? null}
						known={products}
						onSaved={(saved) => void navigate(`/products/${encodeURIComponent(saved.id)}`)}
					/>
				}
			>
				{products.length === 0 ? (
					<Empty title={t('products.empty')} text={t('products.emptyText')} action={create} />
				) : (
					<>
						<FilterBar
							text={filters.text}
							onText={filters.setText}
							shown={shown.length}
							total={products.length}
							onClear={filters.clear}
						/>
						<Grid
							fill
							label={t('products.title')}
							rows={shown}
							rowKey={(product) => product.id}
							current={current?.id}
							onOpen={(product) => void navigate(`/products/${encodeURIComponent(product.id)}`)}
							minWidth={560}
							empty={t('list.nothingMatches')}
							columns={[
								{
									key: 'name',
									title: t('word.name'),
									width: 'minmax(160px, 2fr)',
									render: (product) => <span translate="no">{product.name}</span>,
								},
								{
									key: 'version',
									title: t('word.version'),
									width: 'minmax(90px, 1fr)',
									render: (product) => <span translate="no">{product.version}</span>,
								},
								{
									key: 'vendor',
									title: t('word.vendor'),
									width: 'minmax(120px, 1.5fr)',
									render: (product) => <span translate="no">{product.vendor}</span>,
								},
								{
									key: 'category',
									title: t('word.category'),
									width: 'minmax(90px, 1fr)',
									render: (product) => categoryName(product.category),
								},
								{
									key: 'packages',
									title: t('products.packages'),
									width: '104px',
									align: 'end',
									render: (product) => product.packages.length,
								},
							]}
						/>
					</>
				)}
			</SidePane>
		</Screen>
	);
}

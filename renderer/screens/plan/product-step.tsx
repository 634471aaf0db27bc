import { Button, Radio } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import type { PlanDraft } from './plan-draft.ts';

/** Step 1: what is tested. */
export function ProductStep({ draft }: { draft: PlanDraft }) {
	const { t } = useText();
	const products = useCall('product.list', {});
	return (
		<div className="stack plan-step">
			<section className="panel stack" aria-labelledby="plan-product">
				<h2 id="plan-product">{t('plan.productChoose')}</h2>
				<Shown query={products}>
					{(list) => (
						<Radio.Group
							aria-labelledby="plan-product"
							value={draft.product ?? ''}
							onChange={(event) => draft.change({ product: event.target.value === '' ? null : event.target.value })}
							className="choice"
						>
							<Radio value="">{t('plan.productNone')}</Radio>
							{list.map((product) => (
								<Radio key={product.id} value={product.id}>
									<span translate="no">
										<span className="choice-name">
											{product.name} {product.version}
										</span>{' '}
										<span className="muted">{product.vendor}</span>
									</span>
								</Radio>
							))}
						</Radio.Group>
					)}
				</Shown>
				<Link to="/products?new=1">{t('plan.productNew')}</Link>
			</section>
			<div className="plan-foot no-print">
				<span className="strip-space" />
				<Button type="primary" onClick={() => draft.change({ step: 'suites' })}>
					{t('action.next')}
				</Button>
			</div>
		</div>
	);
}

import { join } from 'node:path';
import type { HostProfile } from '../../contract/host.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Product } from '../../contract/product.ts';
import type { Store } from '../store/index.ts';
import type { Suites } from '../suites/index.ts';
import { resolveProduct } from './resolve-product.ts';

type StatelessCalls = Pick<Handlers, 'suite.list' | 'suite.show' | 'suite.check' | 'suite.create' | 'product.read'>;
type StoredCalls = Pick<
	Handlers,
	'suite.list' | 'suite.show' | 'suite.sign' | 'plan.make' | 'product.list' | 'product.show' | 'product.save'
>;

export function statelessSuiteCalls(suites: () => Promise<Suites>): StatelessCalls {
	return {
		'suite.list': async () => (await suites()).list(),
		'suite.show': async ({ suite }) => (await suites()).show(suite),
		'suite.check': async ({ directory }) => (await suites()).check(directory),
		'suite.create': async ({ directory, id }) => (await suites()).create(directory, id),
		async 'product.read'({ file }) {
			const { readProduct } = await import('../products/index.ts');
			return readProduct(file);
		},
	};
}

export function storedSuiteCalls(parts: {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly suites: () => Promise<Suites>;
	readonly detect: () => Promise<HostProfile>;
	readonly now: () => Date;
}): StoredCalls {
	const { store } = parts;
	const learned = async () => (await import('./learned-estimates.ts')).learnedTimes(store);
	return {
		'suite.list': async () => (await parts.suites()).list(await learned()),
		'suite.show': async ({ suite }) => (await parts.suites()).show(suite, await learned()),
		async 'suite.sign'(request) {
			const { signSuiteAt } = await import('./sign-suite-at.ts');
			return signSuiteAt({ ...parts, suites: await parts.suites() }, request);
		},
		async 'plan.make'(request) {
			const [suites, host, product] = await Promise.all([
				parts.suites(),
				parts.detect(),
				resolveProduct(store, request.product),
			]);
			const { suites: chosen, params, only } = request;
			const plan = await suites.plan({ suites: chosen, params, product, host, only });
			const { withLearnedEstimates } = await import('./learned-estimates.ts');
			return withLearnedEstimates(plan, store);
		},
		'product.list': () => store.products(),
		'product.show': async ({ product }) => (await resolveProduct(store, product)) as Product,
		async 'product.save'({ product }) {
			const { keepPackages } = await import('../products/index.ts');
			const kept = await keepPackages(product, join(parts.dataDirectory, 'packages'));
			store.append({ type: 'product.saved', product: kept });
			return kept;
		},
	};
}

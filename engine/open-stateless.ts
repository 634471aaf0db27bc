import { type Client, createClient, inProcessTransport } from '../contract/client.ts';
import { statelessHostCalls } from './api/host-calls.ts';
import { reportFileCalls } from './api/report-file-calls.ts';
import { statelessSuiteCalls } from './api/suite-calls.ts';
import { findResources } from './resources.ts';
import { suitesOf } from './suites-of.ts';

/**
 * What can be asked without a data folder: detection, suites, verifying and rendering a bundle. Of the folder only its
 * suites are read; nothing is locked, written or recorded.
 */
export function openStateless(options: { readonly dataDirectory: string }): Client {
	const handlers = {
		...statelessHostCalls(),
		...statelessSuiteCalls(suitesOf(findResources(), options.dataDirectory, { trust: () => null, added: () => [] })),
		...reportFileCalls(),
	};
	return createClient(inProcessTransport(handlers, { subscribe: () => () => undefined }));
}

import { readSetting } from '../../contract/settings.ts';
import { listKeys } from '../bundle/index.ts';
import type { LabLook, ReportDocument } from '../report/index.ts';
import type { Store } from '../store/index.ts';
import type { Dress } from './dressed.ts';
import { keyFolder } from './key-calls.ts';

/** Dresses the reports that this laboratory made, and leaves those of others as they are. */
export function labDress({ store, dataDirectory }: { readonly store: Store; readonly dataDirectory: string }): Dress {
	return async (document, draft) => {
		const settings = store.settings();
		const look = lookOf(settings, store);
		const template = readSetting(settings, 'report.template');
		if (Object.keys(look).length === 0 && template === null) return { document };
		const keys = await listKeys(keyFolder(dataDirectory));
		const here = { name: nameOf(settings), keyids: new Set(keys.map(({ keyid }) => keyid as string)) };
		if (!isOwn(document, draft, here)) return { document };
		return {
			document: { ...document, look },
			...(template !== null && { template: () => store.evidence.readWhole(template.sha256) }),
		};
	};
}

/**
 * A report is this laboratory's own when no other one stands on it, and it is a draft from here, or its signature holds
 * and is by a key that lies here or that the trust list gives to a laboratory of this name. A name alone proves nothing:
 * anybody can write it into a report.
 */
export function isOwn(
	{ statement, signatures }: ReportDocument,
	draft: boolean,
	here: { readonly name: string; readonly keyids: ReadonlySet<string> },
): boolean {
	const named = statement.predicate.order.lab?.name.trim() ?? '';
	if (named !== '' && here.name !== '' && named !== here.name) return false;
	if (draft) return true;
	return signatures.some(
		({ role, valid, keyid, trust, organisation }) =>
			role === 'compiler' &&
			valid === true &&
			(here.keyids.has(keyid) || (trust === 'trusted' && here.name !== '' && organisation.trim() === here.name)),
	);
}

function lookOf(settings: Readonly<Record<string, unknown>>, store: Store): LabLook {
	const logo = readSetting(settings, 'report.logo');
	const seal = readSetting(settings, 'report.seal');
	const declaration = readSetting(settings, 'report.declaration');
	return {
		...(logo !== null && { logo: new Uint8Array(store.evidence.readWhole(logo.sha256)) }),
		...(seal !== null && { seal }),
		...(declaration !== null && { declaration }),
	};
}

function nameOf({ lab }: Readonly<Record<string, unknown>>): string {
	const name = lab !== null && typeof lab === 'object' ? Reflect.get(lab, 'name') : undefined;
	return typeof name === 'string' ? name.trim() : '';
}

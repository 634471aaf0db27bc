import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { Handlers, Output } from '../../contract/methods.ts';
import type { Order, PrivacyProfile } from '../../contract/report.ts';
import {
	addReview,
	buildBundle,
	chainsOf,
	type EvidenceSource,
	listKeys,
	openSigner,
	payloadOf,
	statementFrom,
	verifyBundle,
} from '../bundle/index.ts';
import { digestBytes, type Signer } from '../crypto/index.ts';
import { correctionOf, noteCorrection, statementOfReport, supersededId } from './correction.ts';
import { keyFolder } from './key-calls.ts';
import { draftDocument } from './report-document.ts';
import { orderOf, orderSetting, type ReportParts, reportFacts } from './report-facts.ts';
import { previewOf, render, statelessReportCalls } from './report-file-calls.ts';
import { currentTrust } from './trust-calls.ts';

type Calls = Pick<
	Handlers,
	| 'report.list'
	| 'report.draft'
	| 'report.save'
	| 'report.supersede'
	| 'report.export'
	| 'report.render'
	| 'report.preview'
	| 'bundle.verify'
	| 'review.make'
>;

export function reportCalls(parts: ReportParts & { readonly now: () => Date }): Calls {
	const { store, dataDirectory } = parts;
	const stateless = statelessReportCalls();
	const keys = keyFolder(dataDirectory);
	const verify = (file: string) => {
		const trust = currentTrust(store);
		return verifyBundle(file, trust === null ? {} : { trust });
	};

	return {
		'report.list': () => withSuccessors(store.reports().map((report) => reportSummary(parts, report))),
		'report.draft': ({ run }) => draftOf(store, store.runId(run)),
		'report.save': ({ run, order }) => {
			const id = store.runId(run);
			store.append({ type: 'settings.changed', name: orderSetting(id), value: order, by: '' });
			return draftOf(store, id);
		},
		async 'report.supersede'(request) {
			await noteCorrection(store, request);
			return draftOf(store, store.runId(request.run));
		},
		async 'report.export'({ run, out, keyids, passphrase, privacy }) {
			const id = store.runId(run);
			const { statement, blobs } = statementOf(parts, id, privacy);
			const signers = await openSigners(keys, keyids, passphrase);
			// Our own folder only: a missing folder elsewhere (a stick that is not plugged in) must stay an error.
			mkdirSync(join(parts.dataDirectory, 'reports'), { recursive: true });
			const written = await buildBundle({
				statement,
				signers,
				certificates: await chainsOf(keys, signers),
				blobs,
				out,
			});
			const envelope = store.keepEvidence(
				{ name: 'statement.json', mediaType: 'application/vnd.in-toto+json', role: 'config' },
				{ bytes: payloadOf(statement) },
			);
			const signedBy = signers.map((signer) => signer.keyid);
			store.append({
				type: 'report.exported',
				run: id,
				reportId: written.reportId,
				file: out,
				keyids: signedBy,
				envelope,
			});
			return {
				reportId: written.reportId,
				file: out,
				size: statSync(out).size,
				keyids: signedBy,
				verification: await verify(out),
			};
		},
		async 'report.render'(request) {
			if (request.run === undefined) return stateless['report.render'](request);
			return render(draftOfRun(parts, store.runId(request.run)), request);
		},
		async 'report.preview'(request) {
			if (request.run === undefined) return stateless['report.preview'](request);
			return { html: await previewOf(draftOfRun(parts, store.runId(request.run)), request.language) };
		},
		'bundle.verify': (request) => {
			if (request.trust !== undefined) return stateless['bundle.verify'](request);
			const trust = currentTrust(store);
			return verifyBundle(request.file, {
				...(trust !== null && { trust }),
				...(request.policy !== undefined && { policy: request.policy }),
			});
		},
		async 'review.make'({ file, out = file, keyid, passphrase, ...review }) {
			const signers = await openSigners(keys, keyid === undefined ? undefined : [keyid], passphrase);
			const owner = (await listKeys(keys)).find((key) => key.keyid === signers[0]?.keyid)?.owner;
			const before = await verify(file);
			const made = await addReview({
				file,
				out,
				signers,
				certificates: await chainsOf(keys, signers),
				review: {
					...review,
					verifier: { id: owner?.orgName ?? '', ...(owner?.person !== undefined && { person: owner.person }) },
					timeCreated: parts.now().toISOString(),
					properties: before.checks.filter((check) => check.outcome === 'passed').map((check) => check.id),
				},
			});
			const signedBy = signers[0]?.keyid ?? '';
			store.append({ type: 'review.made', reportId: made.reportId, decision: review.decision, keyid: signedBy });
			return {
				file: out,
				reportId: made.reportId,
				keyid: signedBy,
				owner: owner?.orgName ?? '',
				verification: await verify(out),
			};
		},
	};
}

function statementOf(parts: ReportParts, run: string, privacy: PrivacyProfile) {
	const statement = statementFrom(reportFacts(parts, run, privacy));
	const { evidence } = parts.store;
	const blobs: EvidenceSource[] = statement.predicate.evidence
		.filter((entry) => entry.withheld === undefined)
		.map((entry) => ({ digest: entry.digest, size: entry.size, open: () => evidence.open(entry.digest.sha256) }));
	return { statement, blobs };
}

function draftOfRun(parts: ReportParts, run: string) {
	const { statement } = statementOf(parts, run, 'full');
	const { evidence } = parts.store;
	const read = (sha256: string) => evidence.read(sha256, 0, evidence.sizeOf(sha256));
	return draftDocument(statement, `sha256:${digestBytes(payloadOf(statement)).sha256}`, read);
}

async function openSigners(
	dir: string,
	keyids: readonly string[] | undefined,
	passphrase: string | undefined,
): Promise<Signer[]> {
	const chosen = keyids ?? (await keysOfTheOwner(dir));
	return Promise.all(chosen.map((keyid) => openSigner(dir, keyid, passphrase)));
}

// All keys of one owner sign together (SM2 and Ed25519). Whose, when there are several, is for a person to say.
async function keysOfTheOwner(dir: string): Promise<string[]> {
	const usable = (await listKeys(dir)).filter((key) => key.retiredOn === null);
	const owners = new Set(usable.map(({ owner }) => [owner.orgName, owner.person].filter(Boolean).join(' · ')));
	if (owners.size > 1) throw new ShipeiError('report.choose-key', { owners: [...owners].join(', ') });
	return usable.map((key) => key.keyid);
}

type StoredReport = ReturnType<ReportParts['store']['reports']>[number];

function reportSummary({ store }: ReportParts, report: StoredReport) {
	const run = store.run(report.run);
	const statement = statementOfReport(store, report.envelope);
	return {
		reportId: report.reportId,
		run: report.run,
		file: report.file,
		createdOn: report.on,
		verdict: statement.predicate.result,
		keyids: report.keyids,
		product: run.product,
		operator: run.operator,
		present: existsSync(report.file),
		supersedes: supersededId(statement),
	};
}

// Newest first, so the first that names a report is the newest that corrects it.
function withSuccessors(reports: readonly ReturnType<typeof reportSummary>[]): Output<'report.list'> {
	return reports.map((report) => ({
		...report,
		supersededBy: reports.find(({ supersedes }) => supersedes === report.reportId)?.reportId ?? null,
	}));
}

// What ISO/IEC 17025 7.8.2.1 asks for and only a person knows (lab-report.md 2.1, 2.2).
const EXPECTED = [
	'reportNumber',
	'type',
	'customer',
	'lab',
	'location',
	'sample',
	'basis',
	'decisionRule',
] as const satisfies readonly (keyof Order)[];

function draftOf(store: ReportParts['store'], run: string): Output<'report.draft'> {
	const order = orderOf(store, run);
	return {
		order,
		supersedes: correctionOf(store, run),
		missing: EXPECTED.filter((field) => order[field] === undefined),
	};
}

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveEvent } from '../../contract/events.ts';
import type { Handlers, Output } from '../../contract/methods.ts';
import { type Order, privacyProfileSchema, type ReportStatement } from '../../contract/report.ts';
import {
	addReview,
	type ByteSource,
	buildBundle,
	chainsOf,
	type EvidenceSource,
	listKeys,
	payloadOf,
	readBundle,
	statementFrom,
	type VerifyOptions,
	verifyBundle,
} from '../bundle/index.ts';
import { digestBytes } from '../crypto/index.ts';
import type { SideParts } from './compare/compared-side.ts';
import { correctionOf, noteCorrection } from './correction.ts';
import { currentTrust } from './current-trust.ts';
import { importReports } from './import-reports.ts';
import { keyFolder } from './key-calls.ts';
import { labDress } from './lab-look.ts';
import type { REPORT_CALLS } from './late-calls.ts';
import { removeReport } from './remove-report.ts';
import { baselineOf, noteBaseline } from './report-baseline.ts';
import { draftDocument } from './report-document.ts';
import { orderOf, orderSetting, type ReportParts, reportFacts } from './report-facts.ts';
import { previewOf, render, reportFileCalls } from './report-file-calls.ts';
import { reportList } from './report-list.ts';
import { takeReportNumber } from './report-number.ts';
import { createKnownReports } from './results/known-reports.ts';
import { rememberedResults } from './results/remembered-results.ts';
import { reportResults } from './results/report-results.ts';
import { refuseUnopened, reviewEvidence, reviewMaterial } from './review-material.ts';
import { openSigners, ownerOf, signingDate } from './signing.ts';
import { createWatchedWork } from './watched-work.ts';

type Calls = Pick<Handlers, (typeof REPORT_CALLS)[number]>;

interface SigningParts extends ReportParts, SideParts {
	readonly now: () => Date;
	readonly announce: (event: LiveEvent) => void;
}

export function reportCalls(parts: SigningParts): Calls {
	const { store, dataDirectory } = parts;
	const renderings = createWatchedWork('report.stopped', (watch, share) =>
		parts.announce({ type: 'live.document', watch, share }),
	);
	const dress = labDress(parts);
	const ofFile = reportFileCalls(() => currentTrust(store), renderings, dress);
	const keys = keyFolder(dataDirectory);
	const installed = (): VerifyOptions => {
		const trust = currentTrust(store);
		return trust === null ? {} : { trust, trustOrigin: 'installed' };
	};
	const verify = (file: string) => verifyBundle(file, installed());
	const known = createKnownReports(store);

	return {
		'report.list': reportList(store, () => listKeys(keys)),
		'report.results': (request) => {
			// One list for the whole page, whatever is imported meanwhile.
			const options = installed();
			const remembered = rememberedResults({
				...{ store, dataDirectory, version: parts.version, policy: null },
				trust: options.trust ?? null,
				now: Date.now,
			});
			const read = (bytes: ByteSource) => readBundle(bytes, options);
			return reportResults({ known, read, remembered }, request);
		},
		'report.import': (request) => importReports({ store, dataDirectory, verify }, request),
		'report.remove': (request) => removeReport(store, request),
		'report.draft': ({ run }) => draftOf(store, store.runId(run)),
		'report.save': ({ run, order }) => {
			const id = store.runId(run);
			store.append({ type: 'settings.changed', name: orderSetting(id), value: order, by: '' });
			return draftOf(store, id);
		},
		'report.number': ({ run, by }) => {
			const id = store.runId(run);
			takeReportNumber(store, id, by, parts.now());
			return draftOf(store, id);
		},
		async 'report.supersede'(request) {
			await noteCorrection(store, request);
			return draftOf(store, store.runId(request.run));
		},
		'report.privacy': ({ run }) => privacyOf(parts, store.runId(run)),
		async 'report.baseline'(request) {
			await noteBaseline(parts, request);
			return draftOf(store, store.runId(request.run));
		},
		async 'report.export'({ run, out, keyids, passphrase, privacy }) {
			const id = store.runId(run);
			const signers = await openSigners(keys, keyids, passphrase);
			const facts = reportFacts(parts, id, privacy, await ownerOf(keys, signers));
			const signing = signingDate(parts, facts);
			const statement = statementFrom({ ...facts, signedOn: signing.on });
			const blobs = blobsOf(parts, statement);
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
			const { reportId } = written;
			const exported = { type: 'report.exported' as const, run: id, reportId, file: out, keyids: signedBy, envelope };
			store.append(...(signing.note === null ? [] : [signing.note]), exported);
			return {
				reportId: written.reportId,
				file: out,
				size: statSync(out).size,
				keyids: signedBy,
				verification: await verify(out),
			};
		},
		async 'report.render'(request) {
			if (request.run === undefined) return ofFile['report.render'](request);
			const draft = await dress(draftOfRun(parts, store.runId(request.run)), true);
			return renderings.watch(request.watch, (watching) => render(draft, request, watching));
		},
		async 'report.preview'(request) {
			if (request.run === undefined) return ofFile['report.preview'](request);
			const draft = await dress(draftOfRun(parts, store.runId(request.run)), true);
			return { html: await previewOf(draft, request.language) };
		},
		'report.stop': ofFile['report.stop'],
		'report.exampleTemplate': ofFile['report.exampleTemplate'],
		'bundle.verify': ofFile['bundle.verify'],
		'review.material': ({ file }) => reviewMaterial(store, file),
		'review.evidence': (request) => reviewEvidence(request),
		async 'review.make'(request) {
			await refuseUnopened(store, request);
			const { file, out = file, keyid, passphrase, ...review } = request;
			const signers = await openSigners(keys, keyid === undefined ? undefined : [keyid], passphrase);
			const owner = await ownerOf(keys, signers);
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

function blobsOf({ store: { evidence } }: ReportParts, { predicate }: ReportStatement): EvidenceSource[] {
	return predicate.evidence
		.filter((entry) => entry.withheld === undefined)
		.map((entry) => ({ digest: entry.digest, size: entry.size, open: () => evidence.open(entry.digest.sha256) }));
}

function draftOfRun(parts: ReportParts, run: string) {
	const statement = statementFrom(reportFacts(parts, run, 'full', null));
	const { evidence } = parts.store;
	const read = (sha256: string) => evidence.read(sha256, 0, evidence.sizeOf(sha256));
	return draftDocument(statement, `sha256:${digestBytes(payloadOf(statement)).sha256}`, read);
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
		baseline: baselineOf(store, run),
		missing: EXPECTED.filter((field) => order[field] === undefined),
	};
}

/** Made as the signed statement is made, so that nothing is promised here that is not kept there. */
function privacyOf(parts: ReportParts, run: string): Output<'report.privacy'> {
	return privacyProfileSchema.options.map((profile) => {
		const { predicate } = statementFrom(reportFacts(parts, run, profile, null));
		const withheld = predicate.evidence.filter((entry) => entry.withheld !== undefined);
		return { profile, removed: predicate.privacy.fieldsRemoved, withheld: withheld.map(({ name }) => name) };
	});
}

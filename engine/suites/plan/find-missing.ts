import { createHash } from 'node:crypto';
import { createReadStream, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Missing } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';
import type { Manifest } from '../manifest/suite.ts';
import { architectureOf } from './host-architecture.ts';
import type { PlanHost } from './plan-host.ts';
import type { FoundTool, ToolLookup } from './tool-lookup.ts';

type Asset = NonNullable<Manifest['assets']>[number];

/** The assets of a suite for this machine that are not there or are not what they should be. */
export async function missingAssets(manifest: Manifest, directory: string, host: PlanHost): Promise<Missing[]> {
	const architecture = architectureOf(host.cpu.isa);
	const missing: Missing[] = [];
	for (const asset of manifest.assets ?? []) {
		if (asset.arch !== undefined && (architecture === null || !asset.arch.includes(architecture))) continue;
		const detail = await assetProblem(asset, join(directory, asset.path));
		if (detail !== null)
			missing.push({ kind: 'asset', suite: manifest.id, name: asset.path, detail, sha256: asset.sha256 });
	}
	return missing;
}

async function assetProblem(asset: Asset, path: string): Promise<Text | null> {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat?.isFile() !== true) {
		return {
			zh: `缺少离线资源“${asset.path}”，请放入套件目录。`,
			en: `The offline asset “${asset.path}” is missing: put it into the folder of the suite.`,
		};
	}
	const sha256 = await digestOf(path, stat);
	if (sha256 === asset.sha256) return null;
	return {
		zh: `离线资源“${asset.path}”与清单不符（SHA-256 为 ${sha256}），请重新获取。`,
		en: `The offline asset “${asset.path}” is not the one in the list (its SHA-256 is ${sha256}): fetch it again.`,
	};
}

const digests = new Map<string, { readonly stamp: string; readonly sha256: string }>();

async function digestOf(path: string, stat: Stats): Promise<string> {
	const stamp = `${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}`;
	const known = digests.get(path);
	if (known?.stamp === stamp) return known.sha256;
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	const sha256 = hash.digest('hex');
	digests.set(path, { stamp, sha256 });
	return sha256;
}

export interface ToolState {
	readonly found: ReadonlyMap<string, FoundTool>;
	readonly missing: ReadonlyMap<string, Missing>;
}

/** The commands that a suite and its cases name: where they are, and what to install for those that are not there. */
export function toolState(manifest: Manifest, host: PlanHost, tools: ToolLookup): ToolState {
	const names = new Set([manifest.tools ?? [], ...manifest.cases.map((entry) => entry.tools ?? [])].flat());
	for (const name of Object.keys(manifest.packages ?? {})) names.add(name);
	const found = new Map<string, FoundTool>();
	const missing = new Map<string, Missing>();
	for (const name of names) {
		const tool = tools.find(name);
		if (tool === null) missing.set(name, missingTool(manifest, name, host));
		else found.set(name, tool);
	}
	return { found, missing };
}

function missingTool(manifest: Manifest, name: string, host: PlanHost): Missing {
	const packageName = packageFor(manifest, name, host);
	if (packageName === null) {
		const detail = { zh: `未安装命令“${name}”。`, en: `The command “${name}” is not installed.` };
		return { kind: 'tool', suite: manifest.id, name, detail };
	}
	const detail = {
		zh: `未安装“${name}”，请安装软件包“${packageName}”（离线时取自资产包）。`,
		en: `“${name}” is not installed: install the package “${packageName}” (offline: from the asset pack).`,
	};
	return { kind: 'package', suite: manifest.id, name: packageName, detail };
}

/** The package by the distribution's own name, else by the package format. */
function packageFor(manifest: Manifest, name: string, host: PlanHost): string | null {
	const { version: _version, ...names } = manifest.packages?.[name] ?? {};
	const { id, packageFormat } = host.os;
	return pick(names, id) ?? pick(names, id?.split('-')[0] ?? null) ?? pick(names, packageFormat) ?? null;
}

function pick(names: Readonly<Record<string, unknown>>, key: string | null): string | null {
	const name = key === null || !Object.hasOwn(names, key) ? undefined : names[key];
	return typeof name === 'string' ? name : null;
}

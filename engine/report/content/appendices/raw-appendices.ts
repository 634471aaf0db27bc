import { evidenceNumber } from '../../facts/evidence-number.ts';
import type { Section } from '../block.ts';
import type { Context } from '../context.ts';

/** 附录 C 主机原始信息: where the whole inventory and its raw evidence are. */
export function hostAppendix({ predicate, say }: Context): Section {
	const { inventory } = predicate.host;
	const entry = predicate.evidence.find(({ digest }) => digest.sha256 === inventory?.digest.sha256);
	const config = predicate.evidence.filter(({ role }) => role === 'inventory' || role === 'config');
	return {
		id: 'sC',
		title: say({ zh: '附录 C 主机原始信息', en: 'Appendix C Raw host data' }),
		blocks: [
			{
				kind: 'paragraph',
				text:
					inventory === null
						? say({ zh: '本报告不含主机清单。', en: 'The report holds no inventory of the host.' })
						: say({
								zh: `主机清单（CycloneDX）${entry === undefined ? '' : `为证据 ${evidenceNumber(entry.idx)}，`}摘要 sha256 ${inventory.digest.sha256 ?? '—'}。`,
								en: `The inventory of the host (CycloneDX)${entry === undefined ? '' : ` is evidence ${evidenceNumber(entry.idx)},`} sha256 ${inventory.digest.sha256 ?? '—'}.`,
							}),
			},
			...(config.length === 0
				? []
				: [
						{
							kind: 'list' as const,
							ordered: false,
							items: config.map(({ idx, name }) => `${evidenceNumber(idx)} ${name}`),
						},
					]),
		],
	};
}

/** 附录 D 前后变化: the recorded differences between before and after. */
export function changesAppendix({ predicate, say }: Context): Section {
	const changes = predicate.evidence.filter(({ role, name }) => role === 'trace' || /delta/u.test(name));
	return {
		id: 'sD',
		title: say({ zh: '附录 D 测试前后变化', en: 'Appendix D Changes before and after' }),
		blocks: [
			changes.length === 0
				? { kind: 'paragraph', text: say({ zh: '未记录前后变化。', en: 'No changes before and after were recorded.' }) }
				: { kind: 'list', ordered: false, items: changes.map(({ idx, name }) => `${evidenceNumber(idx)} ${name}`) },
		],
	};
}

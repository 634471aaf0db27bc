import type { Order, ReportPredicate } from '../../../contract/report.ts';
import type { ReportDocument } from '../document.ts';

/** The first and the last digits of a report's identity, enough to tell two on a desk apart. */
export function shortReportId(reportId: string): string {
	return reportId.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+([0-9a-f]{4})$/u, '$1…$2');
}

/** The lab's number; a report without one goes by its identity. */
export function reportNumber({ reportId, statement }: ReportDocument): string {
	return statement.predicate.order.reportNumber ?? shortReportId(reportId);
}

/** What was tested, in words: the product, or the machine itself. */
export function itemName({ product, host }: ReportPredicate): { name: string; version: string; maker: string } {
	if (product !== null) {
		return { name: product.name, version: product.version, maker: product.vendor };
	}
	const { board, cpuModel, osName, osVersion } = host.summary;
	return { name: board ?? cpuModel ?? '', version: systemName(osName, osVersion), maker: '' };
}

/** A system and its version; many a name carries that already: "Debian GNU/Linux 12 (bookworm)" and "12". */
export function systemName(name: string | null, version: string | null): string {
	const words = new Set((name ?? '').split(/[\s()]+/u));
	const more = (version ?? '').split(' ').filter((word) => !words.has(word));
	return [name ?? '', ...more].filter((word) => word !== '').join(' ');
}

export const CONFIDENTIALITY_WORDS = {
	public: { zh: '公开', en: 'Public' },
	internal: { zh: '内部', en: 'Internal' },
	confidential: { zh: '秘密', en: 'Confidential (秘密)' },
	secret: { zh: '机密', en: 'Secret (机密)' },
	topSecret: { zh: '绝密', en: 'Top secret (绝密)' },
} as const satisfies Record<NonNullable<Order['confidentiality']>['level'], { zh: string; en: string }>;

export const ORDER_TYPE_WORDS = {
	commissioned: { zh: '委托测试', en: 'Commissioned test' },
	selfTest: { zh: '自测', en: 'Self-test' },
	acceptance: { zh: '验收测试', en: 'Acceptance test' },
	comparison: { zh: '比对测试', en: 'Comparison test' },
} as const satisfies Record<NonNullable<Order['type']>, { zh: string; en: string }>;

export const ASSURANCE_WORDS = {
	self_attested: { zh: '自测声明', en: 'Self-attested' },
	third_party: { zh: '第三方测试', en: 'Third party' },
	witnessed: { zh: '见证测试', en: 'Witnessed' },
	reproduced: { zh: '已复现', en: 'Reproduced' },
} as const satisfies Record<ReportPredicate['assuranceLevel'], { zh: string; en: string }>;

export const OPERATOR_ROLE_WORDS = {
	vendor: { zh: '厂商', en: 'Vendor' },
	lab: { zh: '测试机构', en: 'Laboratory' },
	user: { zh: '用户', en: 'User' },
} as const satisfies Record<ReportPredicate['operator']['role'], { zh: string; en: string }>;

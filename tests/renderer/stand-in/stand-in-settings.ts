import type { Output } from '../../../contract/methods.ts';
import { sampleLogo } from '../../engine/report/sample-logo.ts';
import type { StandInEvidence } from './stand-in-evidence.ts';

const on = '2026-11-20T08:00:00Z';

/** What a laboratory has set after some weeks. */
export function labSettings(evidence: StandInEvidence): Record<string, unknown> {
	const { digest, size } = evidence.add('徽标.png', Buffer.from(sampleLogo(240, 80)), 'image/png', 'other');
	return {
		people: [{ name: '王工', roles: ['operator'] }],
		'report.logo': { name: '徽标.png', sha256: digest.sha256, size, on, type: 'png', width: 240, height: 80 },
		'report.template': { name: '本实验室报告模板.docx', sha256: '7a'.repeat(32), size: 48_211, on },
		'report.seal': { shown: true, zh: '（测试报告专用章）', en: '', height: 40 },
		'report.declaration': { zh: ['本报告一式三份。'], en: [] },
		'network.targets': ['db.lab:5432', '10.0.0.5'],
		'suite.folders': ['/srv/suites', '/media/stick/suites'],
	};
}

export const LAB_FOLDERS: Output<'suite.folders'> = [
	{
		directory: '/opt/shipei/test-suites',
		from: 'shipped',
		found: true,
		suites: ['host-baseline', 'demo'],
		twice: ['demo'],
	},
	{ directory: '/home/lab/.local/share/shipei/suites', from: 'data', found: true, suites: [], twice: [] },
	{ directory: '/srv/suites', from: 'settings', found: true, suites: ['demo'], twice: ['demo'] },
	{ directory: '/media/stick/suites', from: 'settings', found: false, suites: [], twice: [] },
];

export type SoftwareGroup = 'browsers' | 'office' | 'inputMethods' | 'containers';

/** Programs for people and for containers: known by their package, their UOS/Kylin application id, or their process. */
export interface PackagedProduct {
	readonly group: SoftwareGroup;
	readonly id: string;
	readonly name: string;
	readonly vendor?: string;
	readonly packages: readonly string[];
	/** Directories in /opt/apps. */
	readonly apps?: readonly string[];
	/** Kernel names (15 characters) of the processes that mean it runs. */
	readonly processes?: readonly string[];
}

export const PACKAGED_PRODUCTS: readonly PackagedProduct[] = [
	{
		group: 'browsers',
		id: 'firefox',
		name: 'Firefox',
		vendor: 'Mozilla',
		packages: ['firefox', 'firefox-esr'],
		processes: ['firefox', 'firefox-esr', 'firefox-bin'],
	},
	{
		group: 'browsers',
		id: 'chromium',
		name: 'Chromium',
		packages: ['chromium', 'chromium-browser'],
		processes: ['chromium', 'chromium-browse'],
	},
	{
		group: 'browsers',
		id: 'chrome',
		name: 'Google Chrome',
		vendor: 'Google',
		packages: ['google-chrome-stable'],
		apps: ['com.google.chrome'],
		processes: ['chrome'],
	},
	{
		group: 'browsers',
		id: 'qaxbrowser',
		name: '奇安信可信浏览器',
		vendor: '奇安信',
		packages: ['qaxbrowser-safe-stable', 'qaxbrowser-safe'],
		apps: ['com.qianxin.browser-stable', 'qaxbrowser-safe-stable'],
		processes: ['qaxbrowser-safe'],
	},
	{
		group: 'browsers',
		id: '360browser',
		name: '360 安全浏览器',
		vendor: '360',
		packages: ['browser360-cn-stable', 'browser360-cn'],
		apps: ['com.360.browser-stable', 'com.browser.360'],
		processes: ['browser360-cn'],
	},
	{
		group: 'browsers',
		id: 'uosbrowser',
		name: '统信浏览器',
		vendor: '统信',
		packages: ['uos-browser-stable', 'org.deepin.browser'],
		apps: ['org.deepin.browser'],
		processes: ['browser'],
	},
	{
		group: 'browsers',
		id: 'lianxin',
		name: '红莲花安全浏览器',
		vendor: '海泰方圆',
		packages: ['lotus-browser', 'honglianhua'],
		processes: ['lotus-browser'],
	},
	{
		group: 'office',
		id: 'wps',
		name: 'WPS Office',
		vendor: '金山办公',
		packages: ['wps-office', 'cn.wps.wps-office-pro', 'cn.wps.wps-office'],
		apps: ['cn.wps.wps-office-pro', 'cn.wps.wps-office'],
		processes: ['wps', 'et', 'wpp'],
	},
	{
		group: 'office',
		id: 'yozo',
		name: '永中 Office',
		vendor: '永中软件',
		packages: ['yozo-office', 'yozooffice'],
		apps: ['cn.yozosoft.yozo-office', 'com.yozosoft.office'],
	},
	{
		group: 'office',
		id: 'foxit',
		name: '福昕 OFD 版式办公套件',
		vendor: '福昕',
		packages: ['foxitofficesuite', 'com.foxit.foxitofficesuite'],
		apps: ['com.foxit.foxitofficesuite'],
	},
	{
		group: 'office',
		id: 'suwell',
		name: '数科 OFD 阅读器',
		vendor: '数科网维',
		packages: ['suwellofdreader', 'cn.com.suwell.ofdreader'],
		apps: ['cn.com.suwell.ofdreader'],
	},
	{
		group: 'office',
		id: 'libreoffice',
		name: 'LibreOffice',
		vendor: 'The Document Foundation',
		packages: ['libreoffice-core', 'libreoffice-core-nogui'],
		processes: ['soffice.bin'],
	},
	{ group: 'inputMethods', id: 'fcitx5', name: 'Fcitx 5', packages: ['fcitx5'], processes: ['fcitx5'] },
	{ group: 'inputMethods', id: 'fcitx', name: 'Fcitx', packages: ['fcitx', 'fcitx-bin'], processes: ['fcitx'] },
	{ group: 'inputMethods', id: 'ibus', name: 'IBus', packages: ['ibus'], processes: ['ibus-daemon'] },
	{
		group: 'inputMethods',
		id: 'sogou',
		name: '搜狗输入法',
		vendor: '搜狗',
		packages: ['sogouimebs', 'sogoupinyin', 'com.sogou.ime.ng.fcitx5.deepin', 'sogouimebs-uk'],
		apps: ['com.sogou.sogoupinyin-uos', 'com.sogou.ime.ng.fcitx5.deepin'],
		processes: ['sogoupinyin-ser', 'sogouImeService'],
	},
	{
		group: 'inputMethods',
		id: 'iflyime',
		name: '讯飞输入法',
		vendor: '科大讯飞',
		packages: ['iflyime', 'com.iflytek.iflyime'],
		apps: ['com.iflytek.iflyime'],
		processes: ['iflyime-setting', 'iflyime'],
	},
	{
		group: 'inputMethods',
		id: 'baidu',
		name: '百度输入法',
		vendor: '百度',
		packages: ['fcitx-baidupinyin', 'com.baidu.fcitx-baidupinyin'],
		apps: ['com.baidu.fcitx-baidupinyin'],
	},
	{
		group: 'inputMethods',
		id: 'huayu',
		name: '华宇拼音输入法',
		vendor: '华宇',
		packages: ['fcitx-huayupy', 'huayupy'],
		apps: ['com.thunisoft.input'],
	},
	{
		group: 'containers',
		id: 'docker',
		name: 'Docker',
		packages: ['docker-ce', 'docker.io', 'docker-engine', 'docker', 'moby-engine'],
		processes: ['dockerd'],
	},
	{ group: 'containers', id: 'podman', name: 'Podman', packages: ['podman'] },
	{
		group: 'containers',
		id: 'containerd',
		name: 'containerd',
		packages: ['containerd.io', 'containerd'],
		processes: ['containerd'],
	},
	{
		group: 'containers',
		id: 'isulad',
		name: 'iSulad',
		vendor: 'openEuler',
		packages: ['iSulad', 'isulad'],
		processes: ['isulad'],
	},
	{ group: 'containers', id: 'lxc', name: 'LXC', packages: ['lxc'] },
	{ group: 'containers', id: 'kubelet', name: 'Kubernetes', packages: ['kubelet'], processes: ['kubelet'] },
	{ group: 'containers', id: 'linglong', name: '如意玲珑', vendor: '统信', packages: ['linglong-bin', 'linglong'] },
	{
		group: 'containers',
		id: 'libvirt',
		name: 'libvirt',
		packages: ['libvirt-daemon', 'libvirt-daemon-system'],
		processes: ['libvirtd', 'virtqemud'],
	},
	{
		group: 'containers',
		id: 'qemu',
		name: 'QEMU',
		packages: ['qemu-system-x86', 'qemu-system-arm', 'qemu-kvm', 'qemu-system-misc'],
	},
];

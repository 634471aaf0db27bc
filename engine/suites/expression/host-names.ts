import type { Text } from '../../../contract/text.ts';

/** What people call the parts of the host profile that requirements speak of most. */
const NAMES: Readonly<Record<string, Text>> = {
	'host.cpu.vendor.id': { zh: '处理器厂商', en: 'The processor’s vendor' },
	'host.cpu.model': { zh: '处理器型号', en: 'The processor’s model' },
	'host.cpu.isa': { zh: '处理器指令集', en: 'The processor’s instruction set' },
	'host.cpu.sockets': { zh: '处理器数量', en: 'The number of processors' },
	'host.cpu.cores': { zh: '处理器核数', en: 'The number of cores' },
	'host.cpu.threads': { zh: '处理器线程数', en: 'The number of threads' },
	'host.cpu.virtualisation': { zh: '处理器虚拟化功能', en: 'The processor’s virtualisation feature' },
	'host.memory.total': { zh: '内存容量（字节）', en: 'The memory size (bytes)' },
	'host.os.id': { zh: '操作系统', en: 'The operating system' },
	'host.os.edition': { zh: '操作系统版本类型', en: 'The operating system’s edition' },
	'host.os.version': { zh: '操作系统版本', en: 'The operating system’s version' },
	'host.os.packageFormat': { zh: '软件包格式', en: 'The package format' },
	'host.runtime.kernel': { zh: '内核版本', en: 'The kernel' },
	'host.runtime.pageSize': { zh: '内存页大小（字节）', en: 'The page size (bytes)' },
	'host.runtime.libc.name': { zh: 'C 库', en: 'The C library' },
	'host.runtime.libc.version': { zh: 'C 库版本', en: 'The C library’s version' },
	'host.runtime.abiWorld': { zh: 'LoongArch ABI 世界', en: 'The LoongArch ABI world' },
	'host.runtime.init': { zh: '初始化系统', en: 'The init system' },
	'host.runtime.desktop': { zh: '桌面环境', en: 'The desktop' },
	'host.runtime.displayServer': { zh: '显示服务', en: 'The display server' },
	'host.virtualisation.type': { zh: '虚拟化类型', en: 'The kind of virtualisation' },
	'host.virtualisation.role': { zh: '虚拟化角色', en: 'The role in virtualisation' },
};

/** A name for a path; the path itself where there is none. */
export function nameOf(path: string): Text {
	const known = NAMES[path];
	if (known !== undefined) return known;
	const parameter = /^params\.(\w+)$/u.exec(path)?.[1];
	if (parameter !== undefined) return { zh: `参数 ${parameter} `, en: `The parameter ${parameter}` };
	const tool = /^tools\.([\w-]+)/u.exec(path)?.[1];
	if (tool !== undefined) return { zh: `工具 ${tool} 的版本`, en: `The version of ${tool}` };
	const product = /^product(?:\.(\w+))?$/u.exec(path);
	if (product !== null)
		return {
			zh: `被测产品${product[1] === undefined ? '' : `的 ${product[1]}`} `,
			en: `The product${product[1] === undefined ? '' : `’s ${product[1]}`}`,
		};
	return { zh: `${path} `, en: path };
}

import type { Output } from '../../../contract/methods.ts';

export type Component = Output<'about.components'>[number];

/** The list as a CycloneDX 1.6 software bill of materials. A licence that is no SPDX id is given by its name. */
export function cycloneDx(version: string, components: readonly Component[]) {
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: { component: { type: 'application', name: 'shipei', version } },
		components: components.map(({ name, version: number, licence }) => ({
			type: 'library',
			name,
			version: number,
			purl: `pkg:npm/${name.replace('@', '%40')}@${number}`,
			...(licence === '' ? {} : { licenses: [licenceOf(licence)] }),
		})),
	};
}

function licenceOf(licence: string) {
	if (/\s(?:OR|AND|WITH)\s/u.test(licence)) return { expression: licence };
	return /^[\w.+-]+$/u.test(licence) ? { license: { id: licence } } : { license: { name: licence } };
}

import type { HostProfile } from '../../contract/host.ts';
export function hostPage(profile: HostProfile, _l: string, _o: { width: number; colour: boolean }): string {
	return `${profile.cpu.model.value} ${profile.os.name.value}`;
}

import type { Plain } from '../../../contract/host/plain-host.ts';
import type { HostProfile } from '../../../contract/host.ts';

/** The host as expressions see it. */
export type PlanHost = Plain<HostProfile>;

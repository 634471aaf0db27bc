import { PERMISSIONS_POLICY } from '../contract/page-policy.ts';

/** On every answer, whatever it is. The page adds its own content policy with a nonce; all else may load nothing. */
export function securityHeaders(scheme: 'http' | 'https'): Record<string, string> {
	return {
		'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
		'permissions-policy': PERMISSIONS_POLICY,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'no-store',
		...(scheme === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
	};
}

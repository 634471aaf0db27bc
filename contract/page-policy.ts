/** Where a built page carries its nonce until a host fills it in: each response has its own. */
export const NONCE_MARK = '__CSP_NONCE__';

/**
 * The content security policy of the page, in every host: no unsafe part, nothing from elsewhere. Styles need the nonce
 * because the components insert their style sheets while running; pictures may be blobs (evidence) and data URLs (icons).
 */
export function contentSecurityPolicy(nonce: string): string {
	return [
		"default-src 'none'",
		"script-src 'self'",
		`style-src 'self' 'nonce-${nonce}'`,
		"img-src 'self' blob: data:",
		"font-src 'self'",
		"connect-src 'self'",
		'media-src blob:',
		"frame-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}

/** Camera and screen capture are for evidence of manual steps; nothing else is asked for. */
export const PERMISSIONS_POLICY =
	'camera=(self), display-capture=(self), clipboard-read=(self), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=(), midi=()';

import type { ServerResponse } from 'node:http';

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
  // For what has no policy of its own: pages set theirs in its place, files too.
  'content-security-policy': "object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * Sets the headers that every answer carries, whoever gives it: pages, static files, pages made at build time, procedures,
 * files. Whoever knows better sets its own over them.
 *
 * @param secure whether people reach the server over https: then browsers keep to that.
 */
export function setSecurityHeaders(res: ServerResponse, secure: boolean): void {
  for (const [name, value] of Object.entries(always)) res.setHeader(name, value);
  if (secure) res.setHeader('strict-transport-security', 'max-age=31536000');
}

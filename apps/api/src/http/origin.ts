import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Whether a request is a write that another origin sent, whatever its content type (A7). */
export function crossOriginWrite(publicUrl: string): (req: IncomingMessage) => boolean {
  const publicOrigin = new URL(publicUrl).origin;
  return (req) => {
    if (safeMethods.has(req.method ?? 'GET')) return false;
    const { origin, 'sec-fetch-site': site, host } = req.headers;
    if (site && site !== 'same-origin' && site !== 'none') return true;
    return Boolean(origin) && origin !== publicOrigin && origin !== `http://${host}` && origin !== `https://${host}`;
  };
}

/**
 * Whether SvelteKit would refuse a request as a form of another site: a form's content type without exactly the origin that
 * it takes itself to have. Its own refusal is a line of English.
 */
export function isForeignForm({ method, headers }: IncomingMessage, protocol: string): boolean {
  if (safeMethods.has(method ?? 'GET') || !formTypes.test(headers['content-type'] ?? '')) return false;
  return headers.origin !== `${protocol}://${headers.host}`;
}

import type { RouterOutputs } from '@giaouoc/api/contract';

export type SentFile = RouterOutputs['evidence']['upload'];

/**
 * Sends one file to the API with its progress in percent, which `fetch` does not tell. Fails like `client` does, so that
 * `sayFault` reads it: with the API's `data`, or without any when nobody answered.
 */
export function sendFile(
  file: { blob: Blob; name: string; places: readonly string[] },
  onprogress: (percent: number) => void,
): Promise<SentFile> {
  const form = new FormData();
  form.set('file', file.blob, file.name);
  for (const place of file.places) form.append('place', place);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreached = () => reject(failure());
    request.open('POST', '/trpc/evidence.upload');
    request.responseType = 'json';
    request.timeout = 180_000;
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onprogress(Math.min(99, Math.round((loaded * 100) / total)));
    };
    request.onerror = unreached;
    request.ontimeout = unreached;
    request.onabort = unreached;
    request.onload = () => {
      const answer = request.response as { result?: { data: SentFile }; error?: { data?: unknown } } | null;
      if (answer?.result) resolve(answer.result.data);
      else reject(failure(answer?.error?.data ?? (request.status === 413 ? { code: 'PAYLOAD_TOO_LARGE' } : undefined)));
    };
    request.send(form);
  });
}

const failure = (data?: unknown): Error => Object.assign(new Error('upload'), { name: 'TRPCClientError', data });

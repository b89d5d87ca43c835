import type { RouterOutputs } from '@giaouoc/api/contract';
import { AskFault, readAnswer, writeAddress } from '../ask.ts';

export type SentFile = RouterOutputs['evidence']['upload'];

/**
 * Sends one file, laid beside lines of a year, with its progress in percent, which `fetch` does not tell.
 * @throws AskFault
 */
export function sendFile(
  file: { blob: Blob; name: string; yearId: string; places: readonly string[] },
  onprogress: (percent: number) => void,
): Promise<SentFile> {
  const form = new FormData();
  form.set('file', file.blob, file.name);
  form.set('yearId', file.yearId);
  for (const place of file.places) form.append('place', place);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreached = () => reject(new AskFault('server-unreachable', 0));
    request.open('POST', writeAddress('evidence.upload'));
    request.responseType = 'json';
    request.timeout = 180_000;
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onprogress(Math.min(99, Math.round((loaded * 100) / total)));
    };
    request.onerror = unreached;
    request.ontimeout = unreached;
    request.onabort = unreached;
    request.onload = () => {
      try {
        resolve(readAnswer<'evidence.upload'>(request.response, request.status));
      } catch (error) {
        reject(error as Error);
      }
    };
    request.send(form);
  });
}

/** What we use of it; its own types bring all of Express along. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  type Options = {
    /** Bytes below which an answer is left as it is. */
    threshold?: number;
    filter?: (req: IncomingMessage, res: ServerResponse) => boolean;
  };
  type Compress = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
  const compression: ((options?: Options) => Compress) & {
    filter: (req: IncomingMessage, res: ServerResponse) => boolean;
  };
  export default compression;
}

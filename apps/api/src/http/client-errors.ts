import type { Socket } from 'node:net';

/** Answers what is no HTTP, or has an address or headers without end, in our words, and closes the line. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const status = tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({ refusal: tooLong ? 'too-large' : 'invalid-input' });
  if (socket.writable && error.code !== 'ECONNRESET')
    socket.write(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
  socket.destroy(error);
}

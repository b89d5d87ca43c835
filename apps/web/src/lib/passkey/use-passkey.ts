import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { RouterInputs } from '@giaouoc/api/contract';
import { ask, inWords } from '../ask.ts';
import { newId } from '../new-id.ts';

/*
 * What the browser does with passkeys. Import this file lazily, when somebody presses the button: pages that only offer
 * one do not carry its library.
 */

export type Purpose = RouterInputs['passkey']['ask'];
type Presence = RouterInputs['passkey']['startAdding']['presence'];

/** Unlocks a passkey for one purpose; gives back what a form sends as `passkey`. */
export async function proveFor(purpose: Purpose): Promise<string> {
  return JSON.stringify(await startAuthentication({ optionsJSON: await ask('passkey.ask', purpose) }));
}

/** Signs in with whichever passkey the device offers. The session is on its cookie after. */
export async function signInByPasskey(): Promise<void> {
  const answer = await startAuthentication({ optionsJSON: await ask('passkey.askToSignIn', {}) });
  await ask('passkey.signIn', { answer });
}

/** Makes a passkey on this device for whoever proves to be there. */
export async function addPasskey(name: string, presence: Presence): Promise<void> {
  const answer = await startRegistration({ optionsJSON: await ask('passkey.startAdding', { presence }) });
  await ask('passkey.add', { clientId: newId(), name, answer });
}

/** Why it did not come to that, in words: the device's reasons or the server's. */
export async function whyNot(error: unknown): Promise<string> {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'AbortError':
      return 'Chưa mở được khóa: đã bấm hủy, hết giờ chờ, hoặc thiết bị này không có khóa của tài khoản. Thử lại, hoặc dùng cách khác.';
    case 'InvalidStateError':
      return 'Thiết bị này đã có khóa. Không cần thêm lần nữa.';
    case 'NotSupportedError':
    case 'ConstraintError':
      return 'Thiết bị này không giữ được khóa có vân tay, khuôn mặt hoặc mã mở máy. Dùng mã 6 số.';
    case 'SecurityError':
      return 'Trình duyệt không cho dùng khóa ở địa chỉ này. Mở Giao Ước ở địa chỉ chính rồi thử lại.';
    default:
      return (await inWords(error)).message;
  }
}

/** Whether this browser offers passkeys on this page: at the server's own address, over https or on this machine. */
export const canUse = (origin: string | null): boolean =>
  origin !== null && location.origin === origin && 'PublicKeyCredential' in window;

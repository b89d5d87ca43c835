import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { RouterInputs, RouterOutputs } from '../src/contract.ts';

/**
 * A security key in code: makes real P-256 keys and really signs, as a browser with a device would, so that tests can
 * also do what no honest browser does.
 */
export type Authenticator = {
  /** Answers to `passkey.startAdding`. */
  register: (options: RouterOutputs['passkey']['startAdding'], lies?: Lies) => Registration;
  /** Answers to `passkey.ask` or `passkey.askToSignIn` with the key it has. */
  answer: (options: RouterOutputs['passkey']['ask'], lies?: Lies) => Assertion;
  /** The same key in another device, counting on its own. */
  copy: () => Authenticator;
};
export type Registration = RouterInputs['passkey']['add']['answer'];
export type Assertion = RouterInputs['passkey']['signIn']['answer'];

/** What is not as it should be. */
export type Lies = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** The owner only touched the device. */
  notVerified?: boolean;
  /** Leave the counter where it is, or wherever. */
  counter?: number;
  /** Somebody else's account. */
  userHandle?: string;
};

type Key = { id: Buffer; privateKey: KeyObject; cose: Buffer; userHandle: string };

const honest = 'http://localhost:3000';
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const uint32 = (n: number) => Buffer.of(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);

/** Just the CBOR that WebAuthn needs: small integers, byte and text strings, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.of((major << 5) | n)
      : n < 256
        ? Buffer.of((major << 5) | 24, n)
        : Buffer.of((major << 5) | 25, n >> 8, n & 255);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([
    head(5, value.size),
    ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one as Parameters<typeof cbor>[0])]),
  ]);
}

/** A COSE key of a P-256 public key (RFC 9053, ES256). */
function coseOf(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const at = (text: string) => Buffer.from(text, 'base64url');
  return cbor(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, at(x)],
      [-3, at(y)],
    ]),
  );
}

export function softwareAuthenticator(made?: Key, from = 0): Authenticator {
  let key = made;
  let counter = from;

  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? honest,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (rpId: string, lies: Lies, attested = Buffer.alloc(0)) => {
    counter = lies.counter ?? counter + 1;
    const flags = 0x01 | (lies.notVerified ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.of(flags), uint32(counter), attested]);
  };

  return {
    register: (options, lies = {}) => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = randomBytes(32);
      key = { id, privateKey, cose: coseOf(publicKey), userHandle: options.user.id };
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, key.cose]);
      const data = authenticatorData(options.rp.id ?? '', lies, attested);
      const object = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data],
        ]),
      );
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, lies).toString('base64url'),
          attestationObject: object.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    answer: (options, lies = {}) => {
      if (!key) throw new Error('this authenticator has no key yet');
      const data = authenticatorData(options.rpId ?? '', lies);
      const said = clientData('webauthn.get', options.challenge, lies);
      return {
        id: key.id.toString('base64url'),
        rawId: key.id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, sha256(said)]), key.privateKey).toString('base64url'),
          userHandle: lies.userHandle ?? key.userHandle,
        },
      };
    },
    copy: () => softwareAuthenticator(key, counter),
  };
}

/** Something that makes a year file or a plan invalid. */
export interface Fault {
  /** Where: a JSON pointer (RFC 6901); `""` is the whole document. */
  pointer: string;
  /** What: a code of messages.ts. */
  code: string;
  /** What the sentence needs to know. */
  params?: Record<string, string | number>;
  /** What is wrong and what would be right, in Vietnamese. */
  message: string;
}

/** Something that is allowed but probably not meant. Same shape as a fault. */
export type Warning = Fault;

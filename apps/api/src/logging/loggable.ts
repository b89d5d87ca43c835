/** What a log line may say of a fault: what kind, where, and what PostgreSQL calls it. */
export type Loggable = {
  type: string;
  code?: string;
  message?: string;
  constraint?: string;
  table?: string;
  /** Frames of the stack, without the message that stands above them. */
  at: string[];
  cause?: Loggable;
};

/**
 * A fault as it may be logged (A5): names, figures, hashes and tokens stay out. A failed query's message repeats its
 * parameters, PostgreSQL's own may repeat a value and its `detail` the row; of these only the codes are kept.
 */
export function loggable(error: unknown, depth = 0): Loggable {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const facts = error as Error & { code?: unknown; constraint_name?: unknown; table_name?: unknown; query?: unknown };
  const ofDatabase = error.name === 'PostgresError' || 'query' in facts || 'severity' in facts;
  // An error made around another one usually repeats its message.
  const speaks = !ofDatabase && !(error.cause instanceof Error);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const code = text(facts.code);
  const constraint = text(facts.constraint_name);
  const table = text(facts.table_name);
  return {
    type: error.constructor.name,
    ...(code !== undefined && { code }),
    ...(speaks && { message: error.message }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
    ...(error.cause instanceof Error && depth < 4 && { cause: loggable(error.cause, depth + 1) }),
  };
}

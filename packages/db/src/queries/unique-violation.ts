/**
 * The unique constraint a write ran into, by its name in the database, or null for any other fault. Looks through the
 * wrapping that drizzle puts around the driver's error.
 */
export function violatedUnique(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && at.code === '23505')
      return 'constraint_name' in at && typeof at.constraint_name === 'string' ? at.constraint_name : '';
  return null;
}

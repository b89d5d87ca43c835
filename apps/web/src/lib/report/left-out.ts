/** Lines that a posted form sends later: all that lack something, or those that are ticked. */
export function leftOut(form: FormData): string[] {
  return form.getAll(form.has('leaveOutAll') ? 'lacking' : 'leaveOut').map(String);
}

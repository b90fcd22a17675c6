/** What of a fault may be logged: its kind and where in our code, never its message, which may quote data. */
export function factsOf(fault: unknown): { reason: string; stack?: string } {
  if (!(fault instanceof Error)) return { reason: typeof fault };
  const code = (fault as { code?: unknown }).code;
  const frames = (fault.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return { reason: typeof code === 'string' ? code : fault.name, stack: frames.join('\n') };
}

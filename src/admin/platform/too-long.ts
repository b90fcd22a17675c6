/** Why a text may not be sent as it is: it is longer than its field takes. Nothing is cut, so it is said. Null where it fits. */
export const tooLong = ({ length }: string, max: number): string | null =>
  length > max ? `最多写 ${max} 个字，现在有 ${length} 个字。` : null;

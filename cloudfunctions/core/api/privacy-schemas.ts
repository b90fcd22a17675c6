import * as v from 'valibot';

export const myData = v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(64))) });
export const erasure = v.strictObject({ underWay: v.picklist(['keep', 'withdraw']) });

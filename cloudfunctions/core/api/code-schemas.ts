import * as v from 'valibot';
import { optionalWords, residentCommands } from './schemas';

/** What somebody holds who did not submit on this device: the receipt's number and its tracking code. */
const onReceipt = {
  number: v.pipe(v.string(), v.regex(/^\d{6}-\d{6}$/, '编号是六位数字、一横、再六位数字。')),
  trackingCode: v.pipe(v.string(), v.regex(/^\d{6}$/, '查询码是六位数字。')),
};
export const track = v.strictObject(onReceipt);
export const answerForPerson = v.strictObject({
  ...onReceipt,
  mine: v.boolean(),
  words: optionalWords(200),
});

const { giveSupplement, giveFeedback, chaseLead } = residentCommands;
export const commandsByCode = {
  giveSupplement: v.strictObject({ ...onReceipt, ...v.omit(giveSupplement, ['leadId']).entries }),
  giveFeedback: v.strictObject({ ...onReceipt, ...v.omit(giveFeedback, ['leadId']).entries }),
  chaseLead: v.strictObject({ ...onReceipt, ...v.omit(chaseLead, ['leadId']).entries }),
};

import * as v from 'valibot';
import { MADE_CODE_KINDS, type CodeVerbs } from '@contract/codes';
import { createCode, retireCode } from '../app/codes/change-codes';
import { listCodes } from '../app/codes/list-codes';
import { getCodeFigures } from '../app/statistics/get-code-figures';
import { getCodePictures, requestWechatCodes } from '../app/codes/wechat-codes';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { figuresOfPeriod, id, plain } from './schemas';

const words = (max: number) => v.pipe(plain, v.maxLength(max, `最多写 ${max} 个字。`));
const day = v.pipe(v.string(), v.isoDate('日期写成 2026-01-31 这样。'));

const newCode = v.strictObject({
  kind: v.picklist(MADE_CODE_KINDS),
  placeId: id,
  title: v.optional(words(30)),
  address: v.optional(words(40)),
  validFrom: v.optional(day),
  validUntil: v.optional(day),
});
const retirement = v.strictObject({
  codeId: id,
  reason: v.pipe(words(100), v.regex(/\S/, '请写为什么停用。')),
  replacement: v.optional(
    v.strictObject({ address: v.pipe(words(40), v.regex(/\S/, '请写新码贴在哪里，扫旧码的人会看到。')) }),
  ),
});
const pictures = v.strictObject({ codeIds: v.pipe(v.array(id), v.maxLength(400)) });

/** Codes: made, taken out of use and printed in the panel. */
export const CODE_ACTIONS: ActionTable<`panel.${keyof CodeVerbs}`, OfficerCaller> = {
  'panel.listCodes': { schema: v.strictObject({ cursor: v.optional(id) }), writes: false, run: listCodes },
  'panel.getCodeFigures': { schema: figuresOfPeriod, writes: false, run: getCodeFigures },
  'panel.createCode': { schema: newCode, writes: true, run: createCode },
  'panel.retireCode': { schema: retirement, writes: true, run: retireCode },
  'panel.requestWechatCodes': {
    schema: v.strictObject({ townshipId: v.optional(id) }),
    writes: true,
    run: requestWechatCodes,
  },
  'panel.getCodePictures': { schema: pictures, writes: false, run: getCodePictures },
};

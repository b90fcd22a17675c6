import { expect, test } from 'vitest';
import { sayDays } from '@shared/say-days';
import { USUAL_RETENTION } from '../../cloudfunctions/core/domain/privacy/retention-policy';
import { WHAT_IS_KEPT } from '../../src/miniprogram/pages/privacy/what-is-kept';

const said = (terms: typeof USUAL_RETENTION): string => WHAT_IS_KEPT.map(({ long }) => long(terms)).join('');

test('days are said as people say them', () => {
  expect([0, 45, 30, 90, 180, 365, 730, 1095, 365 * 12].map(sayDays)).toEqual([
    '0天',
    '45天',
    '一个月',
    '三个月',
    '半年',
    '一年',
    '两年',
    '三年',
    '12年',
  ]);
});

test('what no rule can hide in a picture is said, and that nothing but words is published', () => {
  const media = WHAT_IS_KEPT.find(({ field }) => field.includes('照片'));
  expect(media?.who).toMatch(/照片里的人脸、车牌、门牌、电话，我们遮不了。.*也不放照片、录音、录像。/);
});

test('every period on the page is the one the county keeps', () => {
  const usual = said(USUAL_RETENTION);
  expect(usual).toMatch(/录像和录音办完一年后删。写的话留作办事的记录。办完半年后删。/);
  expect(usual).toMatch(/办完两年后断开/);
  const own = said({ ...USUAL_RETENTION, contact: 45, media: 90, text: 1095, reporter: null, notices: 0 });
  expect(own).toMatch(/录像和录音办完三个月后删。写的话办完三年后删。办完45天后删。/);
  expect(own).toMatch(/一直留着，您自己可以删。发出马上删。/);
});

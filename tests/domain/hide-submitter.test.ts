import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSubmitter } from '../../cloudfunctions/core/domain/publication/hide-submitter';

const ZHANG = { name: '张桂兰', phone: '13900000001' };

describe('what tells who said it', () => {
  it.each([
    ['我叫张桂兰，电话13900000001，门口的路坏了。', '我叫某，电话某，门口的路坏了。'],
    ['张桂兰家门前的灯不亮，打 139-0000-0001 找我。', '某家门前的灯不亮，打 某 找我。'],
    ['联系人：李大山，13812345678。', '联系人：某某，（电话略）。'],
    ['李大山家门口的灯不亮。反映人：李大山', '某某家门口的灯不亮。反映人：某某'],
    ['身份证 410325196001011234，低保没发。', '身份证 （证件号略），低保没发。'],
  ])('%j becomes %j', (text, told) => {
    expect(hideSubmitter(text, [ZHANG])).toBe(told);
  });

  it.each([
    '3号楼2单元的电梯坏了，物业的王经理不管。',
    '豫C12345 的渣土车夜里从村口过。',
    '县医院门前的车位,一停就是一天!',
  ])('is not what the matter is about: %j stays as it was written', (text) => {
    expect(hideSubmitter(text, [ZHANG])).toBe(text);
  });

  it('is gone however the number is written and wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', ' ', '-', '.'),
        fc.constantFrom('', '请打', '（微信同号）'),
        (gap, around) => {
          const written = `139${gap}0000${gap}0001`;
          const told = hideSubmitter(`路不平。${around}${written}${around}谢谢`, [ZHANG]);
          expect(told.replace(/\D/g, '')).not.toContain('139');
        },
      ),
    );
  });
});

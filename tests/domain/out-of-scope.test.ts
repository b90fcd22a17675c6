import { describe, expect, it } from 'vitest';
import type { Door } from '@contract/envelope';
import type { OutOfScopeKind } from '@contract/lead';
import { soundsOutOfScope } from '../../cloudfunctions/core/domain/routing/out-of-scope';
import { routeLead } from '../../cloudfunctions/core/domain/routing/route-lead';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { COUNTY } from '../support/builders';

const SONG = countyOfContent();

describe('what sounds like a matter for another door', () => {
  it.each<[text: string, kind: OutOfScopeKind, door: Door]>([
    ['山上着火了，快来人', 'emergency', 'fire'],
    ['有人落水，在水库边', 'emergency', 'fire'],
    ['邻居昏迷，叫不醒', 'emergency', 'ambulance'],
    ['外面有人正在砸门，拿刀', 'emergency', 'police'],
    ['被骗了钱，转账被骗三万', 'crime', 'police'],
    ['已经起诉了，法院判了不执行', 'lawsuit', 'court'],
    ['请不起律师，能不能法律援助', 'lawsuit', 'legalAid'],
    ['我一直上访，信访答复不满意', 'petition', 'petitionOffice'],
    ['借钱不还，欠条还在', 'personalDispute', 'mediation'],
    ['要表扬一下办事大厅的小王，送锦旗', 'praise', 'hotline12345'],
    ['哈哈哈哈', 'nonsense', 'hotline12345'],
    ['111111111', 'nonsense', 'hotline12345'],
    ['？？', 'nonsense', 'hotline12345'],
    ['👵🏽🛣️💧', 'nonsense', 'hotline12345'],
  ])('「%s」 is %s: %s', (text, kind, door) => {
    expect(soundsOutOfScope(text, SONG)).toMatchObject({ kind, door });
  });

  it.each([
    '村口的路灯坏了半个月',
    '谢谢，盼回复：医保报销比例太低',
    'The street lamp in our village has been broken for a month',
    '桥要塌了，修一修',
  ])('「%s」 is nothing of the kind', (text) => {
    expect(soundsOutOfScope(text, SONG)).toBeNull();
  });

  it.each<[text: string, door: Door]>([
    ['煤气漏了一屋子味', 'fire'],
    ['高压线掉下来了还冒火花', 'fire'],
    ['大坝要垮了', 'fire'],
    ['老人晕倒在路边', 'ambulance'],
    ['有人在河里淹水了', 'ambulance'],
    ['有人打架流血了', 'police'],
    ['我要起诉开发商，法院不给立案', 'court'],
    ['上访三年没人管', 'petitionOffice'],
    ['村支书贪污低保钱', 'discipline'],
  ])(
    'is heard in plain speech too, where two words stand close together: 「%s」 goes to %s',
    (text, door) => {
      expect(soundsOutOfScope(text, SONG)?.door).toBe(door);
    },
  );

  it.each([
    '煤气公司服务态度不好',
    '煤气公司漏了我家没有登记',
    '路灯杆上的电线要整理',
    '电线断了一个月，没有电视看',
    '村里通了煤气。自来水管漏了，一直没人修',
    '希望修坝',
    '水库边上的路年年垮',
    '老人家里淹水，下雨就进屋',
    '法院旁边的路坏了',
    '法院门口立案的人多，没有地方停车',
    '信访接待大厅没有坡道',
  ])('does not hear them where they speak of something else: 「%s」', (text) => {
    expect(soundsOutOfScope(text, SONG)).toBeNull();
  });

  it('keeps the stretch of the text in which the two words stand', () => {
    expect(soundsOutOfScope('邻居家煤气罐在漏，快来人', SONG)?.words).toEqual(['煤气罐在漏']);
  });

  it('is danger before everything else, and thanks only where nothing else is spoken of', () => {
    expect(soundsOutOfScope('我要起诉，打官司，开庭，可是现在着火了', SONG)).toMatchObject({ door: 'fire' });
    expect(soundsOutOfScope('特别感谢，深表感谢，可是借钱不还', SONG)).toMatchObject({ door: 'mediation' });
  });

  it('is kept with the words and what the resident is told, and takes the lead from nobody', () => {
    const placed = routeLead(
      { text: '水磨村修路，我要起诉他', codePlaceId: null, chosenPlaceId: null },
      COUNTY,
      null,
    );
    expect(placed.owner.kind).toBe('liaison');
    expect(placed.route.outOfScope).toEqual({
      kind: 'lawsuit',
      door: 'court',
      words: ['起诉'],
      note: '打官司请找县人民法院。',
    });
  });
});

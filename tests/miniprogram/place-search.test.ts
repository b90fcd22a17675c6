import { describe, expect, it } from 'vitest';
import type { Township } from '@contract/directory';
import { findablePlaces, searchPlaces } from '@shared/place-search';

const TOWNSHIPS: Township[] = [
  {
    id: 't1',
    name: '车村镇',
    shortName: '车村',
    sound: 'che cun zhen',
    villages: [
      { id: 'v1', name: '车村', sound: 'che cun' },
      { id: 'v2', name: '龙王村', sound: 'long wang cun' },
    ],
  },
  {
    id: 't2',
    name: '德亭镇',
    shortName: '德亭',
    sound: 'de ting zhen',
    villages: [
      { id: 'v3', name: '杨庄村', sound: 'yang zhuang cun' },
      { id: 'v4', name: '龙王庙村', sound: 'long wang miao cun' },
    ],
  },
  {
    id: 't3',
    name: '大章镇',
    shortName: '大章',
    sound: 'da zhang zhen',
    villages: [
      { id: 'v5', name: '杨庄村', sound: 'yang zhuang cun' },
      { id: 'v6', name: '吕沟村', sound: 'lv gou cun' },
      { id: 'v7', name: '常凹', sound: 'chang wa/chang ao' },
      { id: 'v8', name: '新村' },
    ],
  },
];
const places = findablePlaces(TOWNSHIPS);
const found = (query: string): string[] => searchPlaces(places, query).map(({ name }) => name);

describe('what is typed finds', () => {
  it.each<[query: string, names: string[], why: string]>([
    [
      'ccz',
      ['车村镇', '车村镇车村', '车村镇龙王村'],
      'a township by its first letters, then what lies there',
    ],
    ['CCZ', ['车村镇', '车村镇车村', '车村镇龙王村'], 'in capitals too'],
    ['车村', ['车村镇车村', '车村镇', '车村镇龙王村'], 'the name itself, then what lies there'],
    ['杨庄', ['德亭镇杨庄村', '大章镇杨庄村'], 'both villages of one name, each with its township'],
    ['yzc', ['德亭镇杨庄村', '大章镇杨庄村'], 'both by their first letters'],
    ['yangzhuang', ['德亭镇杨庄村', '大章镇杨庄村'], 'both by pinyin'],
    ['yang zhuang', ['德亭镇杨庄村', '大章镇杨庄村'], 'with a blank between'],
    ['dtzyzc', ['德亭镇杨庄村'], 'a village after its township, by first letters'],
    ['dtyz', ['德亭镇杨庄村'], 'without 镇 and 村'],
    ['detingyang', ['德亭镇杨庄村'], 'by pinyin without 镇'],
    ['德亭杨庄', ['德亭镇杨庄村'], 'a village after its township’s short name'],
    ['longw', ['车村镇龙王村', '德亭镇龙王庙村'], 'by the beginning of the pinyin'],
    ['lvgou', ['大章镇吕沟村'], 'ü as v'],
    ['lugou', ['大章镇吕沟村'], 'ü as u'],
    ['changao', ['大章镇常凹'], 'by another reading'],
    ['新村', ['大章镇新村'], 'a place without pinyin by its characters'],
    ['王', ['车村镇龙王村', '德亭镇龙王庙村'], 'by a character inside'],
    ['西湖', [], 'nothing'],
    ['  ', [], 'nothing for blanks'],
    ['toString', [], 'nothing for words of the machine'],
  ])('「%s」: %j, %s', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('no more than asked for', () => {
    expect(searchPlaces(places, '村', 2)).toHaveLength(2);
  });
});

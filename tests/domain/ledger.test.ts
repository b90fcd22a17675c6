import { describe, expect, it } from 'vitest';
import { meantUnit } from '../../cloudfunctions/core/domain/directory/plan-rows';
import { ledgerSteps } from '../../cloudfunctions/core/domain/ledger/history';
import { readLedgerRow, type LedgerEntry } from '../../cloudfunctions/core/domain/ledger/read-row';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { COUNTY } from '../support/builders';

const TODAY = '2026-11-22';
const ROW = { date: '2025-05-01', text: '老街的路灯坏了三盏，晚上看不见路。' };

function read(values: Record<string, string>): LedgerEntry {
  const entry = readLedgerRow({ row: 2, values: { ...ROW, ...values } }, COUNTY, TODAY);
  if (typeof entry === 'string') throw new Error(entry);
  return entry;
}
const commandsOf = (entry: LedgerEntry) =>
  ledgerSteps(entry, { ledger: '旧台账', handOverDays: 15 }).map(({ command }) => command);

describe('what the ledger says of a unit', () => {
  const unit = COUNTY.units[0]?.name ?? '';

  it.each(['正在办', '已转办'])(
    '「%s」 is no reply: it stays in the note, and the unit has the lead',
    (handling) => {
      const commands = commandsOf(read({ unit, handling, solved: '否' }));
      expect(commands.map(({ type }) => type)).toEqual(['addNote', 'acceptLead', 'handOver']);
      expect(commands[0]).toMatchObject({ text: expect.stringContaining(handling) as string });
    },
  );

  it.each(['是', '暂不能解决'])(
    'is its reply once the matter is over (%s), and is not told twice',
    (solved) => {
      const commands = commandsOf(read({ unit, handling: '三盏灯都换了新的。', solved }));
      expect(commands).toContainEqual({ type: 'recordReply', text: '三盏灯都换了新的。' });
      expect(JSON.stringify(commands[0])).not.toContain('三盏灯');
    },
  );
});

describe('what the ledger says of the end', () => {
  const unit = COUNTY.units[0]?.name ?? '';

  it.each(['部分解决', '已部分解决', '解决了一部分', '部分办结'])(
    '「%s」 is still being handled: its words stay in the note, and whoever looks first is told',
    (solved) => {
      const entry = read({ solved, unit, handling: '修了一段。', doneOn: '2025-06-01' });
      const commands = commandsOf(entry);
      expect(commands.map(({ type }) => type)).toEqual(['addNote', 'acceptLead', 'handOver']);
      expect(commands[0]).toMatchObject({
        text: `从台账《旧台账》第 2 行导入。台账上的解决情况：${solved}。台账上的办理情况：修了一段。`,
      });
      expect(entry.doubts).toEqual([`解决情况写的是「${solved}」，按还在办理记，原话留着。`]);
    },
  );

  it.each([
    ['是', 'yes'],
    ['已解决', 'yes'],
    ['已经办结', 'yes'],
    ['已整改到位', 'yes'],
    ['办结', 'yes'],
    ['否', 'no'],
    ['未完全解决', 'no'],
    ['解决中', 'no'],
    ['对接中', 'no'],
    ['暂未解决', 'no'],
    ['暂时没有解决', 'no'],
    ['解决不了', 'cannot'],
    ['暂不能解决', 'cannot'],
    ['暂时没有条件解决', 'cannot'],
  ])('「%s」 is %s', (solved, is) => expect(read({ solved }).solved).toBe(is));

  it.each(['已转办', '已交办', '已受理', '已上报', '已列入明年计划', '已答复'])(
    '「%s」 is not counted as solved: the row is sent back with a sentence',
    (solved) =>
      expect(readLedgerRow({ row: 2, values: { ...ROW, solved } }, COUNTY, TODAY)).toBe(
        `「是否解决」写的「${solved}」看不懂，写「是」「否」「部分解决」或「暂不能解决」。`,
      ),
  );

  it('「已转办」 is not counted as adopted either, 「已采纳」 is', () => {
    expect(readLedgerRow({ row: 2, values: { ...ROW, adopted: '已转办' } }, COUNTY, TODAY)).toContain(
      '看不懂',
    );
    expect(read({ adopted: '已采纳' }).adopted).toBe('yes');
    expect(read({ adopted: '已经采纳' }).adopted).toBe('yes');
  });
});

describe('what the county does not know', () => {
  it('is said with the row, and nothing is said where nothing is written', () => {
    const { doubts, townshipId, category, unitId } = read({
      township: '火星镇',
      category: '飞碟类',
      unit: '县外星局',
    });
    expect({ townshipId, category, unitId }).toEqual({ townshipId: null, category: null, unitId: null });
    expect(doubts).toEqual([
      '没有乡镇「火星镇」，按内容来分。',
      '没有类别「飞碟类」，按内容来分。',
      '没有承办单位「县外星局」，没有交给它。',
    ]);
    expect(read({ township: '不写', category: '—', unit: '无' }).doubts).toEqual([]);
    expect(read({}).doubts).toEqual([]);
  });

  it.each([
    ['住建局', '县住房和城乡建设局'],
    ['县住建局', '县住房和城乡建设局'],
    ['交通局', '县交通运输局'],
    ['交警大队', '县公安局交通警察大队'],
    ['人社局', '县人力资源和社会保障局'],
    ['卫健委', '县卫生健康委员会'],
    ['发改委', '县发展和改革委员会'],
    ['生态环境局', '市生态环境局嵩县分局'],
  ])('a unit is known by how everybody shortens it: %s', (short, name) => {
    const { units } = countyOfContent();
    expect(meantUnit(units, short)?.name).toBe(name);
  });

  it.each(['管理局', '局', '人事局', '国土局'])('nobody is guessed for %s', (short) => {
    expect(meantUnit(countyOfContent().units, short)).toBeNull();
  });

  it('of several units only one gets the lead, and the others are named', () => {
    const [first, second] = COUNTY.units;
    const { unitId, doubts } = read({ unit: `县外星局、${first?.name}、${second?.name}` });
    expect(unitId).toBe(first?.id);
    expect(doubts.join('')).toContain('没有承办单位「县外星局」');
    expect(doubts.join('')).toContain(`只记一个「${first?.name}」，没有记「${second?.name}」`);
  });

  it('words that are too long are not cut in silence', () => {
    const { handling, doubts } = read({ handling: '办'.repeat(2_340) });
    expect(handling).toHaveLength(2_000);
    expect(doubts).toEqual(['办理情况有 2340 个字，只记前 2000 个字。']);
  });
});

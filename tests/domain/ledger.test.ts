import { describe, expect, it } from 'vitest';
import { ledgerSteps } from '../../cloudfunctions/core/domain/ledger/history';
import { readLedgerRow, type LedgerEntry } from '../../cloudfunctions/core/domain/ledger/read-row';
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
    '“%s” is no reply: it stays in the note, and the unit has the lead',
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

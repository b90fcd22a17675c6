import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { bulk } from '../../cloudfunctions/core/api/bulk-schema';
import { DIRECTORY_ACTIONS } from '../../cloudfunctions/core/api/directory-actions';
import { LEDGER_ACTIONS } from '../../cloudfunctions/core/api/ledger-actions';
import { PAPER_ACTIONS } from '../../cloudfunctions/core/api/paper-actions';
import { officerCommands } from '../../cloudfunctions/core/api/schemas';

/** Marks that turn what follows around, controls, half a character: nobody typed them, some files cannot carry them. */
const RAW = '\u202e请打\u0000 12345\u000b，\ud83d谢谢';
const READ = '请打 12345，谢谢';
const onLead = { leadId: 'L-1', version: 1 };

describe('words are kept as a person reads them', () => {
  it('said once for many leads', () => {
    const sent = { command: 'markOutOfScope', items: [onLead], words: { door: 'court', note: RAW } };
    expect(v.parse(bulk, sent).words).toEqual({ door: 'court', note: READ });
  });

  it('in a paper, which goes into a file of Word', () => {
    const { schema } = PAPER_ACTIONS['panel.savePaper'];
    const text = { title: RAW, addressee: RAW, copyTo: RAW, body: RAW, signer: RAW };
    const sent = { paperId: 'P-1', version: 1, text: { ...text, suggestions: [{ id: 's1', text: RAW }] } };
    const kept = v.parse(schema, sent).text;
    expect(Object.values({ ...kept, suggestions: kept.suggestions[0]?.text })).toEqual(Array(6).fill(READ));
  });

  it('in the directory and in an old ledger, which come out of spreadsheets', () => {
    const entry = { id: 'u-1', name: RAW };
    const save = { version: 1, edits: [{ section: 'units', id: 'u-1', entry }], why: RAW };
    const saved = v.parse(DIRECTORY_ACTIONS['panel.saveDirectory'].schema, save);
    expect([saved.why, saved.edits[0]?.entry]).toEqual([READ, { id: 'u-1', name: READ }]);
    const rows = { ledger: RAW, rows: [{ row: 2, values: { text: RAW } }], keepContact: false };
    const imported = v.parse(LEDGER_ACTIONS['panel.importLedgerRows'].schema, rows);
    expect([imported.ledger, imported.rows[0]?.values]).toEqual([READ, { text: READ }]);
  });
});

it('the words of a bulk name no lead of their own', () => {
  const words = { leadId: 'L-2', version: '9' };
  expect(v.parse(bulk, { command: 'acceptLead', items: [onLead], words }).words).toEqual({});
});

it.each(['2026-99-99', '2026-02-30', '0000-00-00'])('%s is no day on which anything was held', (heldOn) => {
  const held = { ...onLead, heldOn, place: '村部', participants: '村民', conclusion: '换灯' };
  expect(v.is(officerCommands.holdConsultation, held)).toBe(false);
  expect(v.is(officerCommands.holdConsultation, { ...held, heldOn: '2026-02-28' })).toBe(true);
});

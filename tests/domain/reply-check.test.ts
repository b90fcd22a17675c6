import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unresolvableReply } from '@contract/replies';
import { doubtsAbout, isEmpty, type OtherLead } from '../../cloudfunctions/core/domain/replies/doubts';
import {
  peerKeyOf,
  plainReply,
  replyKeyOf,
  replyKeysOf,
} from '../../cloudfunctions/core/domain/replies/reply-keys';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import type { LeadContent } from '../../cloudfunctions/setup/content/types';
import { FACTS, history, PRIVATE_MATTER, ROADS, sha256 } from '../support/builders';
import { stateOf } from '../support/given-when-then';
import { GOOD_SHORT_REPLIES, STOCK_REPLIES } from '../support/replies';

const root = join(import.meta.dirname, '../..');
const model = readModel(readFileSync(join(root, 'cloudfunctions/core/adapters/reply-weights.bin')));

const LAMP = '北店街后面那条背街有七八盏路灯都瞎了快俩月，晚上倒垃圾没看见台阶，摔了一跤。';
const LAMP_REPLY = '北店街背街的路灯是一段地埋线被压断，已更换电缆三十米、灯头九个，现在全部亮了。';
const DITCH = '古城东边那条渠淤了小半，水到地头就剩一拃宽，浇一亩地得五个钟头。';
const DITCH_REPLY = '古城东边那条渠淤了的地方已清两千一百米，换闸门三座，水能到地头，浇一亩地一个钟头。';

const other = (more: Partial<OtherLead>): OtherLead => ({
  number: '260310-100001',
  text: DITCH,
  isPeer: true,
  saidTheSame: false,
  isReadable: true,
  ...more,
});
const kinds = (reply: string, lead: string, others: OtherLead[] = []) =>
  doubtsAbout(model, reply, lead, others).map(({ kind }) => kind);

describe('a reply that explains nothing', () => {
  it('is never said of a short reply that tells something', () => {
    expect(GOOD_SHORT_REPLIES.length).toBeGreaterThanOrEqual(40);
    expect(GOOD_SHORT_REPLIES.filter((reply) => isEmpty(model, reply))).toEqual([]);
  });

  it('is said of nearly every stock reply', () => {
    expect(STOCK_REPLIES.length).toBeGreaterThanOrEqual(40);
    const missed = STOCK_REPLIES.filter((reply) => !isEmpty(model, reply));
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  it('is said of a stock reply in any dress: greeting, date, blanks', () => {
    expect(isEmpty(model, '网友“UU008”您好！　您反映的问题已转有关部门处理，谢谢！2026年3月2日')).toBe(true);
  });

  it('is said of no reply of the demonstration set', () => {
    const folder = join(root, 'cloudfunctions/setup/content/leads');
    const leads = readdirSync(folder).flatMap(
      (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as LeadContent[],
    );
    const replies = leads.flatMap(({ key, text, category, outcome }) => {
      const reply =
        'reply' in outcome ? outcome.reply : 'resolved' in outcome ? outcome.resolved?.reply : undefined;
      return reply === undefined ? [] : [{ key, text, category, reply }];
    });
    expect(replies.length).toBeGreaterThan(30);
    const doubtful = replies.filter(({ key, text, category, reply }) => {
      const peers = leads.filter((lead) => lead.category === category && lead.key !== key);
      return (
        kinds(
          reply,
          text,
          peers.map((lead) => other({ text: lead.text })),
        ).length > 0
      );
    });
    expect(doubtful.map(({ key }) => key)).toEqual([]);
  });
});

describe('a reply that belongs to another lead', () => {
  it('is told apart from its own, in words that name the other one', () => {
    const [doubt] = doubtsAbout(model, DITCH_REPLY, LAMP, [other({})]);
    expect(doubt?.kind).toBe('fitsAnother');
    expect(doubt?.sentence).toContain('260310-100001');
  });

  it('does not give away the number of a lead its author may not read', () => {
    const [doubt] = doubtsAbout(model, DITCH_REPLY, LAMP, [other({ isReadable: false })]);
    expect(doubt?.sentence).toContain('另一条线索');
    expect(doubt?.sentence).not.toMatch(/\d/);
  });

  it('is not suspected of its own message, nor of one about the same problem, nor of one that is no peer', () => {
    expect(kinds(LAMP_REPLY, LAMP, [other({})])).toEqual([]);
    expect(kinds(DITCH_REPLY, DITCH, [other({ text: `${DITCH}麦都旱黄了。` })])).toEqual([]);
    expect(kinds(DITCH_REPLY, LAMP, [other({ isPeer: false })])).toEqual([]);
  });
});

describe('a stock sentence', () => {
  it('is found on other matters, and named only where it may be read', () => {
    const others = [
      other({ saidTheSame: true }),
      other({ saidTheSame: true, isReadable: false, number: '260310-100002', text: '校车总是超载。' }),
    ];
    const [doubt] = doubtsAbout(model, LAMP_REPLY, LAMP, others);
    expect(doubt?.sentence).toContain('2 件别的事（260310-100001）');
  });

  it('may be said again where the problem is the same', () => {
    expect(kinds(LAMP_REPLY, LAMP, [other({ saidTheSame: true, text: LAMP })])).toEqual([]);
  });

  it('has one key whatever the greeting, the date, the blanks and the marks', () => {
    const key = replyKeyOf('路灯已经修好，请放心。', sha256);
    expect(replyKeyOf('王先生您好！ 路灯已经修好, 请放心 2026年3月2日', sha256)).toBe(key);
    expect(replyKeyOf('路灯还没有修好。', sha256)).not.toBe(key);
    expect(replyKeyOf('。！ ', sha256)).toBeNull();
    expect(plainReply('ＡＢ c')).toBe('abc');
  });
});

describe('what a lead is found by', () => {
  const handedOver = stateOf(history(['LeadAccepted', FACTS.LeadHandedOver]));
  const said = history(['LeadAccepted', FACTS.LeadHandedOver, FACTS.ReplyRecorded, FACTS.LeadResolved]);

  it('is its unit while it is handed over, its category before, nothing once it is over', () => {
    expect(handedOver && peerKeyOf(handedOver)).toBe('u:u-transport');
    const accepted = stateOf(history(['LeadAccepted']));
    expect(accepted && peerKeyOf(accepted)).toBe(`c:${ROADS}`);
    const resolved = stateOf(said);
    expect(resolved && peerKeyOf(resolved)).toBeNull();
  });

  it('is every reply said on it, also after it is over', () => {
    const resolved = stateOf(said);
    expect(resolved && replyKeysOf(resolved, said, sha256)).toEqual([
      replyKeyOf(FACTS.ReplyRecorded.text, sha256),
      replyKeyOf(FACTS.LeadResolved.summary, sha256),
    ]);
  });

  it('is nothing of a private matter', () => {
    const secret = stateOf(history(['LeadAccepted'], PRIVATE_MATTER));
    expect(secret && replyKeysOf(secret, said, sha256)).toEqual([]);
  });
});

it('answers any text at once and always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (reply) => {
      const once = doubtsAbout(model, reply, LAMP, [other({})]);
      expect(doubtsAbout(model, reply, LAMP, [other({})])).toEqual(once);
    }),
    { numRuns: 60 },
  );
  expect(kinds('', '')).toEqual(['explainsNothing']);
  expect(
    kinds(unresolvableReply({ reason: '修'.repeat(2_000), whatWouldChange: '路'.repeat(2_000) }), LAMP),
  ).toEqual([]);
});

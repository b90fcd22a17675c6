import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/miniprogram/data/draft';
import { Phone } from './support/phone';

const photo = (key: string) => ({ key, preview: '', contentType: 'image/jpeg', bytes: 10, fileId: null });
const voice = { ...photo('voice'), contentType: 'audio/mp4', seconds: 12, transcript: '' };

describe('what was written is sent once', () => {
  test('without a signal it waits; when the signal is back it goes, under the same request', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了' });
    phone.online = false;
    phone.outbox.send();
    await phone.rest();
    expect(phone.state.phase).toEqual({ name: 'waiting', message: '现在没有网络。' });
    expect(phone.server.asked).toBe(0);
    phone.online = true;
    phone.outbox.wake();
    await phone.rest();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.texts()).toEqual(['路灯坏了']);
    expect(phone.state.draft.text).toBe('');
  });

  test('the answer is lost on the way: the same receipt, one lead', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了' });
    phone.server.loseAnswers = 1;
    phone.outbox.send();
    await phone.rest();
    expect(phone.state.phase.name).toBe('waiting');
    expect(phone.server.texts()).toHaveLength(1);
    await phone.passTime();
    expect(phone.state.phase).toMatchObject({ name: 'sent', receipt: { leadId: phone.server.ids()[0] } });
    expect(phone.server.texts()).toHaveLength(1);
  });

  test('killed after it was sent off: the next start finds the receipt by itself', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了', photos: [photo('a')] });
    phone.server.loseAnswers = 1;
    phone.outbox.send();
    await phone.rest();
    phone.restart();
    expect(phone.state.draft).toMatchObject({ text: '路灯坏了', waiting: true });
    phone.outbox.wake();
    await phone.rest();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.texts()).toHaveLength(1);
  });

  test('changed after an answer was lost: one lead, and the later words are shown, not lost', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了' });
    phone.server.loseAnswers = 1;
    phone.outbox.send();
    await phone.rest();
    phone.outbox.takeBack();
    phone.write({ text: '路灯坏了三盏' });
    phone.outbox.send();
    await phone.rest();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.texts()).toEqual(['路灯坏了']);
    expect(phone.receipts[0]).toMatchObject({ leftover: '路灯坏了三盏' });
  });

  test('changed while it never arrived: the later words are the lead', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了' });
    phone.server.loseRequests = 1;
    phone.outbox.send();
    await phone.rest();
    phone.outbox.takeBack();
    phone.write({ text: '路灯坏了三盏' });
    phone.outbox.send();
    await phone.rest();
    expect(phone.server.texts()).toEqual(['路灯坏了三盏']);
    expect(phone.receipts[0]?.leftover).toBeUndefined();
  });

  test('a refusal in words ends the waiting and keeps the form', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了' });
    phone.server.refuseNext = { code: 'RATE_LIMITED', message: '一天最多提交 30 件，请明天再来。' };
    phone.outbox.send();
    await phone.rest();
    expect(phone.state).toMatchObject({
      phase: { name: 'refused', message: '一天最多提交 30 件，请明天再来。' },
      draft: { text: '路灯坏了', waiting: false, unanswered: [] },
    });
  });

  test('nothing that can be read is nothing to send: nobody is asked', async () => {
    const phone = new Phone();
    phone.write({ text: ' \u200b\n' });
    phone.outbox.send();
    await phone.rest();
    expect(phone.state).toMatchObject({
      phase: { name: 'problems', problems: { text: expect.stringContaining('写一写') as string } },
      draft: { waiting: false },
    });
    expect(phone.server.asked).toBe(0);
  });

  test('two pages open: both tap, one lead, one receipt', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了' });
    const other = phone.openAnotherPage();
    phone.outbox.send();
    other.send();
    await phone.rest();
    await phone.passTime();
    expect(phone.server.texts()).toEqual(['路灯坏了']);
    expect(other.state().phase.name).toBe('sent');
    expect(phone.receipts).toHaveLength(1);
  });
});

describe('files', () => {
  test('each goes once: what is there already is not sent again after a cut or a kill', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了', photos: ['a', 'b', 'c'].map(photo), voice });
    phone.server.failUploads = ['b', 'voice'];
    phone.outbox.send();
    await phone.rest();
    expect(phone.state.phase).toEqual({ name: 'stuck', count: 2, gone: 0 });
    phone.restart();
    phone.server.failUploads = [];
    phone.outbox.wake();
    await phone.rest();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.uploads.sort()).toEqual(['a', 'b', 'c', 'voice']);
    expect([...phone.server.leads.values()][0]?.evidence).toHaveLength(4);
    expect(phone.files.size).toBe(0);
  });

  test('one that the device has no more is said to be gone, and the rest can go without it', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了', photos: ['a', 'b'].map(photo) });
    phone.files.delete('a');
    phone.outbox.send();
    await phone.rest();
    expect(phone.state.phase).toEqual({ name: 'stuck', count: 1, gone: 1 });
    expect(phone.state.draft.waiting).toBe(false);
    phone.outbox.sendWithoutStuck();
    await phone.rest();
    expect([...phone.server.leads.values()][0]?.evidence).toHaveLength(1);
  });

  test('the cloud lost one: it is sent again, and only then the lead', async () => {
    const phone = new Phone();
    phone.write({ text: '路灯坏了', photos: [photo('a')] });
    phone.server.loseRequests = 1;
    phone.outbox.send();
    await phone.rest();
    phone.server.stored.clear();
    await phone.passTime();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.uploads).toEqual(['a', 'a']);
  });

  test('a recording alone is enough', async () => {
    const phone = new Phone();
    phone.write({ voice });
    phone.outbox.send();
    await phone.rest();
    expect([...phone.server.leads.values()][0]).toMatchObject({ text: '', voice: { seconds: 12 } });
  });

  test('what is thrown away leaves nothing on the phone', () => {
    const phone = new Phone();
    phone.write({ text: '不说了', photos: [photo('a')], voice });
    phone.outbox.discard();
    expect([phone.state.draft.text, phone.stored, phone.files.size]).toEqual(['', null, 0]);
  });
});

test('a phone that keeps nothing says so, and sends all the same', async () => {
  const phone = new Phone();
  phone.isFull = true;
  phone.write({ text: '路灯坏了' });
  expect(phone.state.isKept).toBe(false);
  phone.outbox.send();
  await phone.rest();
  expect(phone.server.texts()).toEqual(['路灯坏了']);
});

type Step =
  | { do: 'write'; text: string }
  | { do: 'photo'; key: string }
  | { do: 'send' | 'takeBack' | 'kill' | 'cut' | 'signal' | 'loseRequest' | 'loseAnswer' | 'time' | 'rest' }
  | { do: 'fail'; key: string };
const keys = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    text: fc.constantFrom('灯坏了', '灯坏了两盏', '灯坏了三盏', '都坏了'),
  }),
  fc.record({ do: fc.constant('photo' as const), key: keys }),
  fc.record({ do: fc.constant('fail' as const), key: keys }),
  fc.record({
    do: fc.constantFrom(
      ...(['send', 'send', 'takeBack', 'kill', 'cut', 'signal', 'loseRequest', 'loseAnswer'] as const),
      ...(['time', 'time', 'rest', 'rest'] as const),
    ),
  }),
);

async function take(phone: Phone, each: Step): Promise<void> {
  switch (each.do) {
    case 'write':
      return phone.write({ text: each.text });
    case 'photo':
      if (phone.state.draft.photos.every(({ key }) => key !== each.key))
        phone.write({ photos: [...phone.state.draft.photos, photo(each.key)] });
      return;
    case 'fail':
      phone.server.failUploads = [each.key];
      return;
    case 'send':
      return phone.outbox.send();
    case 'takeBack':
      return phone.outbox.takeBack();
    case 'kill':
      return phone.restart();
    case 'cut':
      phone.online = false;
      return;
    case 'signal':
      phone.online = true;
      return phone.outbox.wake();
    case 'loseRequest':
      phone.server.loseRequests = 1;
      return;
    case 'loseAnswer':
      phone.server.loseAnswers = 1;
      return;
    case 'time':
      return phone.passTime();
    case 'rest':
      return phone.rest();
  }
}

/** Words that are nowhere: not in a draft, not in a lead, not beside a receipt. */
const wordsLost = (phone: Phone, text: string): boolean =>
  text !== '' &&
  (phone.stored as Draft | null)?.text !== text &&
  !phone.server.texts().includes(text) &&
  phone.receipts.every(({ leftover }) => leftover !== text);

test('any order of writing, sending, cutting, losing, killing and changing ends in one lead each or a kept draft', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const phone = new Phone();
      for (const each of steps) {
        await take(phone, each);
        expect(wordsLost(phone, phone.state.draft.text), JSON.stringify(steps)).toBe(false);
        // One draft never has two names: two names would be two leads.
        expect(phone.drawn, JSON.stringify(steps)).toBeLessThanOrEqual(phone.receipts.length + 1);
      }
      phone.server.heal();
      phone.online = true;
      await phone.rest();
      phone.restart();
      if (phone.state.draft.text === '') phone.write({ text: '最后一件' });
      const { text: left, requestId: id } = phone.state.draft;
      phone.outbox.send();
      await phone.rest();
      await phone.passTime();
      expect(phone.state.phase.name).toBe('sent');
      expect(phone.server.leads.has(id ?? '')).toBe(true);
      expect(wordsLost(phone, left)).toBe(false);
      expect([phone.stored, phone.files.size]).toEqual([null, 0]);
      // Every lead has its receipt, and every receipt its lead.
      expect(phone.receipts.map(({ leadId }) => leadId).sort()).toEqual(phone.server.ids().sort());
      for (const lead of phone.server.leads.values()) expect(phone.server.hasAllFilesOf(lead)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

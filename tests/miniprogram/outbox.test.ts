import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untold } from '../../src/miniprogram/data/outbox';
import { Phone } from './support/phone';

const photo = (key: string) => ({ key, preview: '', contentType: 'image/jpeg', bytes: 10, fileId: null });
const voice = { ...photo('voice'), contentType: 'audio/mp4', seconds: 12, transcript: '' };

describe('what was written is sent once', () => {
  test('without a signal it waits; when the signal is back it goes, under the same request', async () => {
    const phone = new Phone();
    phone.online = false;
    await phone.submit({ text: '路灯坏了' });
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
    phone.server.loseAnswers = 1;
    await phone.submit({ text: '路灯坏了' });
    expect(phone.state.phase.name).toBe('waiting');
    expect(phone.server.texts()).toHaveLength(1);
    await phone.passTime();
    expect(phone.state.phase).toMatchObject({ name: 'sent', receipt: { leadId: phone.server.ids()[0] } });
    expect(phone.server.texts()).toHaveLength(1);
  });

  test('killed after it was sent off: the next start finds the receipt by itself', async () => {
    const phone = new Phone();
    phone.server.loseAnswers = 1;
    await phone.submit({ text: '路灯坏了', photos: [photo('a')] });
    phone.restart();
    expect(phone.state.draft).toMatchObject({ text: '路灯坏了', waiting: true });
    phone.outbox.wake();
    await phone.rest();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.texts()).toHaveLength(1);
  });

  test('changed after an answer was lost: one lead, and the later words are shown, not lost', async () => {
    const phone = new Phone();
    phone.server.loseAnswers = 1;
    await phone.submit({ text: '路灯坏了' });
    phone.takeUp();
    await phone.submit({ text: '路灯坏了三盏' });
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.texts()).toEqual(['路灯坏了']);
    expect(phone.receipts[0]).toMatchObject({ leftover: '路灯坏了三盏' });
  });

  test('changed while it never arrived: the later words are the lead', async () => {
    const phone = new Phone();
    phone.server.loseRequests = 1;
    await phone.submit({ text: '路灯坏了' });
    phone.takeUp();
    await phone.submit({ text: '路灯坏了三盏' });
    expect(phone.server.texts()).toEqual(['路灯坏了三盏']);
    expect(phone.receipts[0]?.leftover).toBeUndefined();
  });

  test('a refusal in words ends the waiting and keeps the form', async () => {
    const phone = new Phone();
    phone.server.refuseNext = { code: 'RATE_LIMITED', message: '一天最多提交 30 件，请明天再来。' };
    await phone.submit({ text: '路灯坏了' });
    expect(phone.state).toMatchObject({
      phase: { name: 'refused', message: '一天最多提交 30 件，请明天再来。' },
      draft: { text: '路灯坏了', waiting: false, unanswered: [] },
    });
  });

  test('nothing that can be read is nothing to send: nobody is asked', async () => {
    const phone = new Phone();
    await phone.submit({ text: ' \u200b\n' });
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
    phone.server.failUploads = ['b', 'voice'];
    await phone.submit({ text: '路灯坏了', photos: ['a', 'b', 'c'].map(photo), voice });
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
    await phone.submit();
    expect(phone.state.phase).toEqual({ name: 'stuck', count: 1, gone: 1 });
    expect(phone.state.draft.waiting).toBe(false);
    phone.outbox.sendWithoutStuck();
    await phone.rest();
    expect([...phone.server.leads.values()][0]?.evidence).toHaveLength(1);
  });

  test('the cloud lost one: it is sent again, and only then the lead', async () => {
    const phone = new Phone();
    phone.server.loseRequests = 1;
    await phone.submit({ text: '路灯坏了', photos: [photo('a')] });
    phone.server.stored.clear();
    await phone.passTime();
    expect(phone.state.phase.name).toBe('sent');
    expect(phone.server.uploads).toEqual(['a', 'a']);
  });

  test('a recording alone is enough', async () => {
    const phone = new Phone();
    await phone.submit({ voice });
    expect([...phone.server.leads.values()][0]).toMatchObject({ text: '', voice: { seconds: 12 } });
  });

  test('what is thrown away leaves nothing on the phone', () => {
    const phone = new Phone();
    phone.write({ text: '不说了', photos: [photo('a')], voice });
    phone.outbox.discard(phone.state.draft.requestId ?? '');
    expect([phone.state.draft.text, phone.hasNothingKept]).toEqual(['', true]);
  });
});

test('each receipt says how its matter began, so that several can be told apart', async () => {
  const phone = new Phone();
  await phone.submit({ text: '路灯坏了' });
  phone.outbox.another();
  await phone.submit({ text: '桥上的栏杆断了一个多月，老人孩子过桥都害怕' });
  expect(untold(phone.state).map(({ said }) => said)).toEqual([
    '路灯坏了',
    '桥上的栏杆断了一个多月，老人孩子过桥…',
  ]);
});

test('a receipt counts as seen only once its page was shown, even when one writes on', async () => {
  const phone = new Phone();
  await phone.submit({ text: '路灯坏了' });
  phone.write({ text: '桥' });
  expect(untold(phone.state).map(({ leadId }) => leadId)).toEqual(phone.server.ids());
  phone.outbox.settle(phone.server.ids()[0] ?? '');
  expect(untold(phone.state)).toEqual([]);
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

describe('several that wait', () => {
  /** Three matters written without a signal; the last is the one in the form. */
  async function threeWaiting(): Promise<Phone> {
    const phone = new Phone();
    phone.online = false;
    for (const [index, text] of ['路灯坏了', '水管裂了', '桥栏断了'].entries()) {
      if (index > 0) phone.outbox.another();
      await phone.submit({ text, photos: [photo(`p${index}`)] });
    }
    return phone;
  }
  const textsKept = (phone: Phone): string[] => phone.stored.map(({ text }) => text);

  test('each is kept under a name of its own, and each says that it waits', async () => {
    const phone = await threeWaiting();
    expect(textsKept(phone)).toEqual(['路灯坏了', '水管裂了', '桥栏断了']);
    expect(new Set(phone.stored.map(({ requestId }) => requestId)).size).toBe(3);
    const { aside, phase } = phone.state;
    const waits = { name: 'waiting', message: '现在没有网络。' };
    expect([...aside.map((standing) => standing.phase), phase]).toEqual([waits, waits, waits]);
  });

  test('killed and started again with a signal: all go, in order, each once, and each is told', async () => {
    const phone = await threeWaiting();
    phone.restart();
    phone.online = true;
    phone.outbox.wake();
    await phone.rest();
    expect(phone.server.texts()).toEqual(['路灯坏了', '水管裂了', '桥栏断了']);
    expect(phone.state).toMatchObject({ phase: { name: 'sent' }, aside: [] });
    const told = phone.state.arrived.map(({ leadId }) => leadId);
    expect(told).toEqual(phone.server.ids().slice(0, 2));
    phone.outbox.settle(told[0] ?? '');
    expect(phone.state.arrived).toHaveLength(1);
    expect(phone.hasNothingKept).toBe(true);
  });

  test('one whose photo does not get through lets the others pass, and goes when it can', async () => {
    const phone = await threeWaiting();
    phone.server.failUploads = ['p0'];
    phone.online = true;
    phone.outbox.wake();
    await phone.rest();
    expect(phone.server.texts()).toEqual(['水管裂了', '桥栏断了']);
    expect(phone.state.aside[0]?.phase).toEqual({ name: 'stuck', count: 1, gone: 0 });
    phone.server.heal();
    await phone.passTime();
    expect(phone.server.texts()).toEqual(['水管裂了', '桥栏断了', '路灯坏了']);
  });

  test('one that is refused stays with its reason, and what is being written is left alone', async () => {
    const phone = await threeWaiting();
    phone.outbox.another();
    phone.write({ text: '第四件，还在写' });
    phone.server.refuseNext = { code: 'CONTENT_REJECTED', message: '请换个说法。' };
    phone.online = true;
    phone.outbox.wake();
    await phone.rest();
    expect(phone.server.texts()).toEqual(['水管裂了', '桥栏断了']);
    expect(phone.state).toMatchObject({
      draft: { text: '第四件，还在写' },
      aside: [{ draft: { text: '路灯坏了', waiting: false }, phase: { message: '请换个说法。' } }],
    });
    phone.takeUp(0);
    expect(phone.state).toMatchObject({ draft: { text: '路灯坏了' }, phase: { name: 'refused' } });
    expect(textsKept(phone)).toEqual(['第四件，还在写', '路灯坏了']);
  });

  test('the first taken up to be changed goes last; the one thrown away does not go', async () => {
    const phone = await threeWaiting();
    phone.takeUp(0);
    await phone.submit({ text: '路灯坏了三盏' });
    phone.outbox.discard(phone.state.aside[0]?.draft.requestId ?? '');
    phone.online = true;
    phone.outbox.wake();
    await phone.rest();
    expect(phone.server.texts()).toEqual(['桥栏断了', '路灯坏了三盏']);
    expect(phone.hasNothingKept).toBe(true);
  });

  test('another page that sends them leaves what is written here meanwhile', async () => {
    const phone = await threeWaiting();
    const other = phone.openAnotherPage();
    phone.outbox.another();
    await phone.rest();
    phone.online = true;
    other.wake();
    phone.write({ text: '还在写' });
    await phone.rest();
    expect(phone.server.texts()).toEqual(['路灯坏了', '水管裂了', '桥栏断了']);
    expect(textsKept(phone)).toEqual(['还在写']);
    expect(phone.state.arrived).toHaveLength(3);
  });
});

type Step =
  | { do: 'write'; text: string }
  | { do: 'photo' | 'fail'; key: string }
  | { do: 'takeUp'; aside: number }
  | { do: (typeof DOINGS)[number] };
const DOINGS = [
  ...(['send', 'send', 'another', 'another', 'takeBack', 'kill', 'cut', 'signal', 'loseRequest'] as const),
  ...(['loseAnswer', 'refuse', 'time', 'time', 'rest', 'rest'] as const),
];
const keys = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    text: fc.constantFrom('灯坏了', '灯坏了两盏', '灯坏了三盏', '都坏了'),
  }),
  fc.record({ do: fc.constantFrom('photo' as const, 'fail' as const), key: keys }),
  fc.record({ do: fc.constant('takeUp' as const), aside: fc.nat(2) }),
  fc.record({ do: fc.constantFrom(...DOINGS) }),
);

async function take(phone: Phone, each: Step): Promise<void> {
  switch (each.do) {
    case 'write':
      return phone.write({ text: each.text });
    case 'photo': {
      const { photos } = phone.state.draft;
      phone.picked += 1;
      if (photos.length < 3) phone.write({ photos: [...photos, photo(`${each.key}${phone.picked}`)] });
      return;
    }
    case 'fail':
      phone.server.failUploads = [...phone.files].filter((key) => key.startsWith(each.key));
      return;
    case 'send':
      return phone.outbox.send();
    case 'another':
      return phone.outbox.another();
    case 'takeBack':
      return phone.takeUp();
    case 'takeUp':
      return phone.takeUp(each.aside);
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
    case 'refuse':
      phone.server.refuseNext = { code: 'RATE_LIMITED', message: '请明天再来。' };
      return;
    case 'time':
      return phone.passTime();
    case 'rest':
      return phone.rest();
  }
}

/** The last words of every draft that is nowhere: not kept, not the lead of its request, not beside that receipt. */
const lost = (phone: Phone, lastWords: Map<string, string>): string[] =>
  [...lastWords].flatMap(([requestId, text]) => {
    const isThere =
      phone.stored.some((draft) => draft.requestId === requestId && draft.text === text) ||
      phone.server.leads.get(requestId)?.text === text ||
      phone.receipts.some((receipt) => receipt.requestId === requestId && receipt.leftover === text);
    return text === '' || isThere ? [] : [text];
  });

test('any order of writing, sending, putting aside, cutting, losing, killing and changing loses no words and doubles no lead', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const phone = new Phone();
      const lastWords = new Map<string, string>();
      const note = (): void => {
        for (const { requestId, text } of phone.stored) if (requestId) lastWords.set(requestId, text);
      };
      for (const each of steps) {
        const taken = take(phone, each);
        // What was typed in the very moment before the lead is made are its last words too.
        note();
        await taken;
        note();
        expect(lost(phone, lastWords), JSON.stringify(steps)).toEqual([]);
        const names = phone.stored.flatMap(({ requestId }) => requestId ?? []);
        expect(new Set(names).size, JSON.stringify(steps)).toBe(names.length);
      }
      phone.server.heal();
      phone.online = true;
      await phone.rest();
      phone.restart();
      if (phone.state.draft.text === '') phone.write({ text: '最后一件' });
      // Whatever was put aside unfinished is taken up and sent like the rest.
      for (let left = 0; left < 40 && phone.stored.some(({ requestId }) => requestId !== null); left += 1) {
        if (phone.state.draft.requestId === null) phone.takeUp(0);
        if (phone.state.draft.text === '') phone.write({ text: '补上几个字' });
        const { requestId, text } = phone.state.draft;
        lastWords.set(requestId ?? '', text);
        await phone.submit();
        await phone.passTime();
      }
      expect(phone.hasNothingKept, JSON.stringify(phone.stored)).toBe(true);
      expect(lost(phone, lastWords), JSON.stringify(steps)).toEqual([]);
      // Every lead has its receipt, and every receipt its lead.
      expect(phone.receipts.map(({ leadId }) => leadId).sort()).toEqual(phone.server.ids().sort());
      for (const lead of phone.server.leads.values()) expect(phone.server.hasAllFilesOf(lead)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('however often requests, answers and the app itself are lost, what waited arrives in the order it was written', async () => {
  const trouble = fc.constantFrom('loseRequest', 'loseAnswer', 'kill', 'cut', 'signal', 'time', 'rest');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.array(trouble, { maxLength: 20 }),
      async (count, troubles) => {
        const phone = new Phone();
        phone.online = false;
        const texts = Array.from({ length: count }, (_, index) => `第${index}件`);
        for (const text of texts) {
          phone.outbox.another();
          await phone.submit({ text });
        }
        for (const each of troubles) await take(phone, { do: each } as Step);
        phone.server.heal();
        phone.restart();
        await take(phone, { do: 'signal' });
        await phone.passTime();
        expect(phone.server.texts()).toEqual(texts);
        expect(phone.receipts).toHaveLength(count);
        expect(phone.hasNothingKept).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

import { describe, expect, test } from 'vitest';
import type { Receipt } from '@contract/lead-views';
import type { CallResult, Client } from '@shared/client';
import { createClient } from '@shared/client';
import { EMPTY_DRAFT, type Draft, type DraftPhoto } from '../../src/miniprogram/data/draft';
import { sendSubmission, type SendTools } from '../../src/miniprogram/pages/submit/send-submission';

const LIMITS = { textMax: 100, photosMax: 9 };
const RECEIPT: Receipt = {
  leadId: 'L1',
  number: '260305-100001',
  trackingCode: '735042',
  submittedAt: '2026-03-05T01:20:00.000Z',
  next: '由联络员先看。',
  hint: null,
};
const draft: Draft = { ...EMPTY_DRAFT, text: '路灯坏了三个月' };
const photo = (key: string, fileId: string | null = null): DraftPhoto => ({
  key,
  preview: '',
  contentType: 'image/jpeg',
  bytes: 10,
  fileId,
});

interface Asked {
  action: string;
  input: unknown;
  requestId?: string;
}

function tools(
  answers: (asked: Asked) => unknown,
  sendPhoto: SendTools['sendPhoto'] = async () => undefined,
) {
  const asked: Asked[] = [];
  const kept: Draft[] = [];
  const client: Client = createClient((_name, request) => {
    asked.push(request);
    const answer = answers(request);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return {
    asked,
    kept,
    tools: { client, sendPhoto, keep: (next: Draft) => kept.push(next), say: () => undefined },
  };
}
const answer = (data: unknown): CallResult<unknown> => ({ ok: true, data });
const ticket = (fileId: string) => answer({ fileId, url: 'u', method: 'POST', fields: {}, headers: {} });

describe('sending a submission', () => {
  test('asks nobody when there is nothing to read in the text', async () => {
    const { asked, tools: given } = tools(() => answer(RECEIPT));
    const outcome = await sendSubmission({ ...draft, text: ' \u200b\n' }, LIMITS, given);
    expect(outcome).toMatchObject({ kind: 'problems', problems: [{ field: 'text' }] });
    expect(asked).toEqual([]);
  });

  test('keeps the draft with its request id before the words leave the phone', async () => {
    const { asked, kept, tools: given } = tools(() => answer(RECEIPT));
    expect(await sendSubmission(draft, LIMITS, given)).toEqual({ kind: 'sent', receipt: RECEIPT });
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ waiting: true, intent: { requestId: asked[0]?.requestId } });
  });

  test('without an answer it is unsent, and sending again uses the same request id', async () => {
    const lost = tools(() => new Error('no network'));
    expect(await sendSubmission(draft, LIMITS, lost.tools)).toMatchObject({ kind: 'unsent' });
    const again = tools(() => answer(RECEIPT));
    await sendSubmission(lost.kept[0] ?? draft, LIMITS, again.tools);
    expect(again.asked[0]?.requestId).toBe(lost.asked[0]?.requestId);
  });

  test('changed words are another intent with another id', async () => {
    const lost = tools(() => new Error('no network'));
    await sendSubmission(draft, LIMITS, lost.tools);
    const again = tools(() => answer(RECEIPT));
    await sendSubmission({ ...(lost.kept[0] ?? draft), text: '路灯坏了四个月' }, LIMITS, again.tools);
    expect(again.asked[0]?.requestId).not.toBe(lost.asked[0]?.requestId);
  });

  test('a refusal is told in its own words, with the right door, and ends the intent', async () => {
    const error = { code: 'OUT_OF_SCOPE', message: '这是法院的事。', door: 'court' };
    const { kept, tools: given } = tools(() => ({ ok: false, error }));
    expect(await sendSubmission(draft, LIMITS, given)).toEqual({
      kind: 'refused',
      message: '这是法院的事。',
      door: 'court',
    });
    expect(kept.at(-1)).toMatchObject({ waiting: false, intent: null });
  });

  test('photos go first, each once; those already there are not sent again', async () => {
    const sent: string[] = [];
    const { asked, tools: given } = tools(
      ({ action }) => (action === 'resident.prepareUpload' ? ticket('cloud://new') : answer(RECEIPT)),
      async (key) => void sent.push(key),
    );
    const photos = [photo('old', 'cloud://old'), photo('new')];
    await sendSubmission({ ...draft, photos }, LIMITS, given);
    expect(sent).toEqual(['new']);
    expect(asked.at(-1)).toMatchObject({ input: { evidence: ['cloud://old', 'cloud://new'] } });
  });

  test('a photo that does not arrive stops the submission and is counted', async () => {
    const { asked, tools: given } = tools(
      () => ticket('cloud://x'),
      () => Promise.reject(new Error('lost')),
    );
    const outcome = await sendSubmission({ ...draft, photos: [photo('a'), photo('b')] }, LIMITS, given);
    expect(outcome).toEqual({ kind: 'photosStuck', count: 2 });
    expect(asked.map(({ action }) => action)).not.toContain('resident.submitLead');
  });
});

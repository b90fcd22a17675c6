import { useCallback, useEffect, useRef, useState } from 'react';
import type { Door } from '@contract/envelope';
import type { SubmissionField } from '@shared/submission';
import { api } from '../../data/api';
import type { Draft } from '../../data/draft';
import { dropDraft, keepDraft, readDraft } from '../../data/kept-draft';
import { keepReceipt } from '../../data/kept';
import { useOnline } from '../../data/network';
import { host } from '../../platform/host';
import { replaceWith, scrollToTop } from '../../platform/navigate';
import { sendSubmission, type Limits, type SendOutcome } from './send-submission';

export type SubmitPhase =
  | { name: 'idle' }
  | { name: 'sending'; words: string }
  | { name: 'problems'; problems: Partial<Record<SubmissionField, string>> }
  | { name: 'refused'; message: string; door: Door | null }
  | { name: 'unsent'; message: string }
  | { name: 'photosStuck'; count: number };

interface Submission {
  draft: Draft;
  phase: SubmitPhase;
  change: (part: Partial<Draft>) => void;
  send: () => void;
  /** Sends without the photos that could not be sent. */
  sendWithoutStuck: () => void;
}

/** The form's state, kept on the device with every change, and the one way to send it. */
export function useSubmission(limits: Limits, scene: string | null): Submission {
  const [draft, setDraft] = useState<Draft>(() => ({ ...readDraft(), scene: scene ?? readDraft().scene }));
  const [phase, setPhase] = useState<SubmitPhase>(() =>
    draft.waiting ? { name: 'unsent', message: '上次没有发出去。' } : { name: 'idle' },
  );
  const current = useRef(draft);
  const sending = useRef(false);

  const put = useCallback((next: Draft) => {
    current.current = next;
    keepDraft(next);
    setDraft(next);
  }, []);

  const change = useCallback(
    (part: Partial<Draft>) => {
      put({ ...current.current, ...part });
      setPhase((before) =>
        before.name === 'problems' || before.name === 'refused' ? { name: 'idle' } : before,
      );
    },
    [put],
  );

  const send = useCallback(() => {
    if (sending.current) return;
    sending.current = true;
    const say = (words: string): void => setPhase({ name: 'sending', words });
    say('正在提交…');
    void sendSubmission(current.current, limits, {
      client: api,
      sendPhoto: host.sendPhoto,
      keep: put,
      say,
    }).then((outcome) => {
      sending.current = false;
      if (outcome.kind !== 'sent') scrollToTop();
      finish(outcome, setPhase);
    });
  }, [limits, put]);

  const sendWithoutStuck = useCallback(() => {
    change({ photos: current.current.photos.filter(({ fileId }) => fileId !== null) });
    send();
  }, [change, send]);

  const online = useOnline();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (!online) wasOffline.current = true;
    else if (wasOffline.current && phase.name === 'unsent') {
      wasOffline.current = false;
      send();
    }
  }, [online, phase.name, send]);

  return { draft, phase, change, send, sendWithoutStuck };
}

function finish(outcome: SendOutcome, setPhase: (phase: SubmitPhase) => void): void {
  switch (outcome.kind) {
    case 'sent':
      keepReceipt(outcome.receipt);
      dropDraft();
      replaceWith('receipt', { leadId: outcome.receipt.leadId });
      return;
    case 'problems':
      setPhase({
        name: 'problems',
        problems: Object.fromEntries(outcome.problems.map(({ field, text }) => [field, text])),
      });
      return;
    case 'refused':
      setPhase({ name: 'refused', message: outcome.message, door: outcome.door });
      return;
    case 'unsent':
      setPhase({ name: 'unsent', message: outcome.message });
      return;
    case 'photosStuck':
      setPhase({ name: 'photosStuck', count: outcome.count });
      return;
  }
}

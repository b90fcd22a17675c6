import { describe, expect, it, vi } from 'vitest';
import { Microphone, type MicrophoneState } from '../../src/miniprogram/data/microphone';
import type { Recording } from '../../src/miniprogram/platform/media-types';

/** A microphone that is allowed only when the test says so. */
function phone() {
  const streams: { live: boolean }[] = [];
  const questions: ((answer: Recording | { problem: string }) => void)[] = [];
  const states: MicrophoneState[] = [];
  const onProblem = vi.fn();
  const microphone = new Microphone(() => new Promise((resolve) => void questions.push(resolve)), {
    onState: (state) => void states.push(state),
    onDone: () => undefined,
    onProblem,
  });
  const allow = async (): Promise<void> => {
    for (const answer of questions.splice(0)) {
      const stream = { live: true };
      streams.push(stream);
      const end = (): void => void (stream.live = false);
      answer({ cancel: end, stop: () => Promise.resolve({ files: [], problem: null }).finally(end) });
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const live = (): number => streams.filter((stream) => stream.live).length;
  return { microphone, questions, states, onProblem, allow, live };
}

describe('the microphone', () => {
  it('is asked for once, however often it is tapped, and is off after 「说完了」', async () => {
    const { microphone, questions, states, allow, live } = phone();
    microphone.start();
    microphone.start();
    expect(questions).toHaveLength(1);
    expect(states).toEqual(['asking']);
    await allow();
    microphone.start();
    expect([questions.length, live()]).toEqual([0, 1]);
    microphone.stop();
    await allow();
    expect([states.at(-1), live()]).toEqual(['off', 0]);
  });

  it('that is allowed after the page was left is switched off at once', async () => {
    const { microphone, allow, live, states } = phone();
    microphone.start();
    microphone.close();
    await allow();
    expect(live()).toBe(0);
    expect(states).not.toContain('on');
  });

  it('can be tapped again once it was not allowed', async () => {
    const { microphone, questions, states, onProblem } = phone();
    microphone.start();
    questions.splice(0)[0]?.({ problem: '没有让用麦克风。' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([states.at(-1), onProblem.mock.calls]).toEqual(['off', [['没有让用麦克风。']]]);
    microphone.start();
    expect(questions).toHaveLength(1);
  });
});

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActSheet, type ActValues } from '../../src/admin/components/act-sheet';

afterEach(cleanup);

function open() {
  const sent: ActValues[] = [];
  const act = {
    title: '登记批示',
    intro: '',
    fields: [
      { name: 'leader', label: '哪位领导', kind: 'line' as const, max: 30 },
      { name: 'text', label: '批示原文', kind: 'words' as const, max: 50 },
    ],
    confirm: '登记',
    send: (values: ActValues) => Promise.resolve(void sent.push(values)),
  };
  render(<ActSheet act={act} onClose={() => undefined} />);
  const fill = (label: string, value: string): void =>
    void fireEvent.change(screen.getByLabelText(label), { target: { value } });
  return { sent, fill, confirm: () => fireEvent.click(screen.getByRole('button', { name: '登记' })) };
}

describe('what is pasted into a form and is too long', () => {
  it.each([
    ['哪位领导', '长'.repeat(31), '最多写 30 个字，现在有 31 个字。'],
    ['批示原文', '长'.repeat(60), '最多写 50 个字，现在有 60 个字。'],
  ])('is kept whole and refused in words, not cut: %s', async (label, pasted, sentence) => {
    const { sent, fill, confirm } = open();
    fill('哪位领导', '分管副县长');
    fill('批示原文', '请认真办理。');
    fill(label, pasted);
    expect(screen.getByLabelText(label).hasAttribute('maxlength')).toBe(false);
    confirm();
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(sent).toEqual([]);
    fill(label, pasted.slice(0, 30));
    confirm();
    await waitFor(() => expect(sent).toHaveLength(1));
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { keptList } from '../../src/miniprogram/data/kept';
import { dropForm, keepForm, readForm } from '../../src/miniprogram/staff/data/kept-forms';
import {
  filesOfAnswers,
  forgetAnswer,
  keepAnswer,
  readAnswer,
} from '../../src/miniprogram/data/kept-answers';

const device = vi.hoisted(() => ({ kept: new Map<string, string>(), room: Infinity }));
vi.mock('../../src/miniprogram/platform/host', () => ({
  host: {
    storage: {
      read: (key: string) => device.kept.get(key) ?? null,
      write: (key: string, value: string) => {
        if (value.length > device.room) return false;
        device.kept.set(key, value);
        return true;
      },
    },
  },
}));

const EMPTY = { words: '', stars: 0 };
beforeEach(() => {
  device.kept.clear();
  device.room = Infinity;
});

test('an answer that was begun is there again, each lead its own, until it is sent', () => {
  keepAnswer('feedback 1', { words: '灯还是不亮' });
  keepAnswer('feedback 2', { words: '修好了', stars: 5 });
  expect(readAnswer('feedback 1', EMPTY)).toEqual({ words: '灯还是不亮', stars: 0 });
  expect(readAnswer('feedback 2', EMPTY)).toEqual({ words: '修好了', stars: 5 });
  forgetAnswer('feedback 1');
  expect(readAnswer('feedback 1', EMPTY)).toEqual(EMPTY);
  expect(readAnswer('feedback 2', EMPTY).words).toBe('修好了');
});

test('the photos of what was begun are known, so that they go when everything here goes', () => {
  keepAnswer('supplement 1', { words: '灯还是不亮' });
  keepAnswer('feedback 2', { words: '没有修好', photos: [{ key: 'p-1' }, { key: 'p-2' }] });
  expect(filesOfAnswers()).toEqual(['p-1', 'p-2']);
  forgetAnswer('feedback 2');
  expect(filesOfAnswers()).toEqual([]);
});

test('a full phone keeps the words without the pictures', () => {
  device.room = 100;
  const kept = keepAnswer(
    'feedback 1',
    { words: '不亮', photo: 'x'.repeat(200) },
    { words: '不亮', photo: '' },
  );
  expect(kept).toBe(true);
  expect(readAnswer('feedback 1', EMPTY)).toEqual({ words: '不亮', stars: 0, photo: '' });
});

test('a kept list begins with what was kept last, holds each thing once, and lets go of the oldest', () => {
  const places = keptList<{ id: string; name?: string }>('places', 3, ({ id }) => id);
  for (const id of ['a', 'b', 'c', 'a', 'd']) places.keep({ id });
  expect(places.read().map(({ id }) => id)).toEqual(['d', 'a', 'c']);
  places.keep({ id: 'c', name: '安康社区' });
  expect(places.find('c')?.name).toBe('安康社区');
  places.forget('a');
  expect(places.read().map(({ id }) => id)).toEqual(['c', 'd']);
});

test('a full phone keeps an officer’s form without its pictures, beside the others while there is room, else alone', () => {
  const photo = { key: 'p', contentType: 'image/jpeg', bytes: 9, preview: 'x'.repeat(400), fileId: null };
  const form = (key: string) => ({ key, typed: { text: '去看过了' }, photos: [photo] });
  const bare = (key: string) => ({ ...form(key), photos: [{ ...photo, preview: '' }] });
  device.room = 400;
  keepForm(form('visit 1'));
  keepForm(form('visit 2'));
  expect([readForm('visit 1'), readForm('visit 2')]).toEqual([bare('visit 1'), bare('visit 2')]);
  device.room = 180;
  keepForm(form('visit 3'));
  expect([readForm('visit 2'), readForm('visit 3')]).toEqual([null, bare('visit 3')]);
  dropForm('visit 3');
  expect(readForm('visit 3')).toBeNull();
});

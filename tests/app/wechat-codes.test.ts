import { beforeEach, describe, expect, test } from 'vitest';
import type { CodePictures, WechatCodes } from '../../cloudfunctions/core/app/codes/code-ports';
import { fetchWechatCodes } from '../../cloudfunctions/core/app/codes/wechat-codes';
import type { Ports } from '../../cloudfunctions/core/app/ports';

type Answer = Awaited<ReturnType<WechatCodes['make']>>;
const MADE: Answer = { outcome: 'made', picture: new Uint8Array([1]) };

/** A county's wishes, and a WeChat that answers as it is told. */
let stored: CodePictures;
let asked: string[];
let kept: string[];
let answer: (id: string) => Answer;
let beforeWrite: () => void;
beforeEach(() => {
  stored = { version: 1, waiting: ['a', 'b', 'c'], files: {}, problem: null };
  [asked, kept] = [[], []];
  answer = () => MADE;
  beforeWrite = () => undefined;
});
const ports = {
  log: { error: () => undefined, info: () => undefined },
  wechatCodes: {
    make: (id: string) => {
      asked.push(id);
      return Promise.resolve(answer(id));
    },
  },
  codePictures: {
    read: () => Promise.resolve(stored),
    write: (pictures: CodePictures) => {
      beforeWrite();
      if (pictures.version !== stored.version) return Promise.resolve(false);
      stored = { ...pictures, version: pictures.version + 1 };
      return Promise.resolve(true);
    },
    keep: (id: string) => {
      kept.push(id);
      return Promise.resolve(`file-${id}`);
    },
  },
} as unknown as Ports;

describe('fetching WeChat’s pictures', () => {
  test('fetches each wish once and is then at rest', async () => {
    expect(await fetchWechatCodes(ports)).toBe(3);
    expect(stored).toMatchObject({ waiting: [], files: { a: 'file-a', b: 'file-b', c: 'file-c' } });
    expect(await fetchWechatCodes(ports)).toBe(0);
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  test('keeps the wish while WeChat is busy, with what came before', async () => {
    answer = (id) => (id === 'b' ? { outcome: 'later' } : MADE);
    expect(await fetchWechatCodes(ports)).toBe(1);
    expect(stored).toMatchObject({ waiting: ['b', 'c'], files: { a: 'file-a' }, problem: null });
    answer = () => MADE;
    expect(await fetchWechatCodes(ports)).toBe(2);
  });

  test('ends the wish when WeChat refuses, and says why in words', async () => {
    answer = (id) => (id === 'b' ? { outcome: 'failed', code: 41030 } : MADE);
    expect(await fetchWechatCodes(ports)).toBe(1);
    expect(stored.waiting).toEqual([]);
    expect(stored.problem).toBe(
      '小程序还没有发布，微信找不到扫码要打开的页面。发布以后再取一次。（微信代码 41030）',
    );
    answer = () => ({ outcome: 'failed', code: 12345 });
    stored = { ...stored, waiting: ['c'] };
    await fetchWechatCodes(ports);
    expect(stored.problem).toContain('微信没有给小程序码');
  });

  test('a run that is cut off, or overtaken by a new wish, fetches the same again into the same place', async () => {
    answer = (id) => {
      if (id === 'c') throw new Error('not reached');
      return MADE;
    };
    await expect(fetchWechatCodes(ports)).rejects.toThrow('not reached');
    expect(stored.waiting).toEqual(['a', 'b', 'c']);
    answer = () => MADE;
    beforeWrite = () => {
      beforeWrite = () => undefined;
      stored = { ...stored, version: stored.version + 1, waiting: [...stored.waiting, 'd'] };
    };
    expect(await fetchWechatCodes(ports)).toBe(0);
    expect(await fetchWechatCodes(ports)).toBe(4);
    expect(stored).toMatchObject({ waiting: [], files: { a: 'file-a', d: 'file-d' } });
    expect(new Set(kept)).toEqual(new Set(['a', 'b', 'c', 'd']));
  });
});

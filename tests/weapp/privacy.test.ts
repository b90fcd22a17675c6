import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryCloud, type MemoryCloud } from '../../config/check-weapp/answers';
import { compileMarkup } from '../../config/check-weapp/compilers';
import { startMiniProgram, type MiniProgram } from '../../config/check-weapp/mini-program';
import { createRenderer, type Render } from '../../config/check-weapp/rendered';

/** WeChat's privacy question before anything personal is touched: refused, the rest of the app works; agreed, it goes on. */
const BUILT = join(resolve(import.meta.dirname, '../..'), 'dist/miniprogram');
const QUESTION = '只用来办您说的这件事';
const TEXT = '村口小桥的栏杆断了一个多月。';
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 9, 9]);

let render: Render;
beforeAll(() => {
  const markup = compileMarkup(BUILT);
  if (!markup.ran) throw new Error(markup.why);
  render = createRenderer(markup.code);
});

let cloud: MemoryCloud;
let app: MiniProgram;
beforeEach(() => {
  cloud = createMemoryCloud();
  app = startMiniProgram(BUILT, render, cloud.answer);
  app.wx.privacy.agreed = false;
  app.wx.media.camera.photos = [JPEG];
});

/** The receipt of a matter just submitted. */
async function submitted(): Promise<void> {
  app.launch('pages/submit/index');
  await app.waitFor('遇到了什么问题');
  app.type('text', TEXT);
  app.tap('send');
  await app.waitFor('收到了，谢谢您');
}
async function form(): Promise<void> {
  app.launch('pages/submit/index');
  await app.waitFor('遇到了什么问题');
}
async function picture(): Promise<void> {
  await submitted();
  app.tap('receipt-picture');
  await app.waitFor('存到手机相册');
}

async function ownData(): Promise<void> {
  app.launch('pages/privacy/index');
  await app.waitFor('看看留了我什么');
  app.tap('show-mine');
  await app.waitFor('存一份带走');
}

/** Everything personal: where it is, what is tapped, what a no is answered with, what a yes leads to. */
const PERSONAL = [
  { what: 'a photo', open: form, tap: 'add-photo', no: '没有打开相册和相机', yes: '×', api: 'chooseMedia' },
  { what: 'a video', open: form, tap: 'add-video', no: '没有打开相册和相机', yes: null, api: 'chooseMedia' },
  { what: 'a recording', open: form, tap: 'record', no: '没有录音', yes: '正在录', api: 'record' },
  {
    what: 'the place',
    open: form,
    tap: 'locate',
    no: '没有取位置',
    yes: '记下了大概位置',
    api: 'chooseLocation',
  },
  {
    what: 'the album',
    open: picture,
    tap: 'keep-picture',
    no: '没有存上',
    yes: '已经存好了',
    api: 'saveImageToPhotosAlbum',
  },
  {
    what: 'the clipboard',
    open: submitted,
    tap: 'copy-receipt',
    no: '没有复制上',
    yes: '已经复制好了',
    api: 'setClipboardData',
  },
  {
    what: 'the clipboard, for what is kept of oneself',
    open: ownData,
    tap: 'take-along',
    no: '没有复制成',
    yes: '复制好了。请打开微信里的「文件传输助手」',
    api: 'setClipboardData',
  },
] as const;

describe.each(PERSONAL)('$what', ({ open, tap, no, yes, api }) => {
  test('is asked for first; refused, a sentence says what still works, and nothing was touched', async () => {
    await open();
    app.tap(tap);
    await app.waitFor(QUESTION);
    expect(app.text()).toContain('照样能写字提交，能看进度');
    app.tap('不同意');
    await app.waitFor(no);
    expect(app.text()).not.toContain(QUESTION);
    expect([app.wx.privacy.used, app.wx.privacy.tooEarly]).toEqual([[], []]);
  });

  test('is asked for again at the next tap; agreed to, it goes on', async () => {
    await open();
    app.tap(tap);
    await app.waitFor(QUESTION);
    app.tap('不同意');
    await app.waitFor(no);
    app.tap(tap);
    await app.waitFor(QUESTION);
    app.agree();
    if (yes !== null) await app.waitFor(yes);
    await expect.poll(() => app.wx.privacy.used).toEqual([api]);
    expect(app.wx.privacy.tooEarly).toEqual([]);
    expect(app.wx.privacy.asked).toBe(2);
  });
});

test('who refuses everything submits, follows and reads as anybody else', async () => {
  await form();
  for (const tap of ['add-photo', 'record', 'locate']) {
    app.tap(tap);
    await app.waitFor(QUESTION);
    app.tap('不同意');
    await app.waitFor('没有同意');
  }
  app.type('text', TEXT);
  app.tap('send');
  await app.waitFor('收到了，谢谢您');
  app.tap('看看办到哪一步');
  await app.waitFor('由城关镇的联络员先看');
  expect([...cloud.submitted.values()].map(({ text }) => text)).toEqual([TEXT]);
  expect([app.wx.privacy.used, app.wx.privacy.tooEarly]).toEqual([[], []]);
});

test('who agreed once is not asked again', async () => {
  await form();
  app.tap('add-photo');
  await app.waitFor(QUESTION);
  app.agree();
  await app.waitFor('×');
  app.tap('record');
  await app.waitFor('正在录');
  app.tap('stop-recording');
  await app.waitFor('录音，12秒');
  expect([app.wx.privacy.asked, app.wx.privacy.used]).toEqual([1, ['chooseMedia', 'record']]);
});

test('the question can be read up on before it is answered', async () => {
  await form();
  app.tap('add-photo');
  await app.waitFor(QUESTION);
  app.tap('先看看怎么用');
  await app.waitFor('您的信息，我们怎么用');
  expect(app.route()).toBe('pages/privacy/index');
  app.back();
  await app.waitFor(QUESTION);
  app.agree();
  await app.waitFor('×');
});

test('a call that nobody was asked about would be seen here, and gets nothing', async () => {
  await form();
  const choose = app.wx.api['chooseMedia'] as (options: object) => Promise<unknown>;
  await expect(choose({ count: 1, mediaType: ['image'] })).rejects.toThrow('not authorized');
  expect(app.wx.privacy.tooEarly).toEqual(['chooseMedia']);
});

import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { USER_PATH } from '../../config/check-weapp/wx-files';
import { createMemoryCloud } from '../../config/check-weapp/answers';
import { compileMarkup } from '../../config/check-weapp/compilers';
import { RESOLVED, walkSubmission } from '../../config/check-weapp/journey';
import { startMiniProgram } from '../../config/check-weapp/mini-program';
import { choose, tapWhenReady } from '../../config/check-weapp/patient';
import { createRenderer, everyElement, type Render } from '../../config/check-weapp/rendered';

const BUILT = join(resolve(import.meta.dirname, '../..'), 'dist/miniprogram');

let render: Render;
beforeAll(() => {
  const markup = compileMarkup(BUILT);
  if (!markup.ran) throw new Error(markup.why);
  render = createRenderer(markup.code);
});

describe('the built mini-program, without WeChat', () => {
  test('a resident scans, writes, loses the network, sends once; a liaison accepts it; it is followed until it is fixed', async () => {
    const cloud = createMemoryCloud();
    const { routes, app } = await walkSubmission(BUILT, render, cloud);
    expect(routes).toEqual([
      'pages/home/index',
      'pages/submit/index',
      'pages/receipt/index',
      'pages/home/index',
      'pages/mine/index',
      'pages/lead/index',
      'staff/pages/queue/index',
      'staff/pages/lead/index',
      'staff/pages/command/index',
      'staff/pages/lead/index',
      'pages/lead/index',
      'pages/lead/index',
      'pages/lead/index',
      'pages/feedback/index',
      'pages/lead/index',
    ]);
    expect([...cloud.submitted.values()]).toEqual([
      {
        text: '村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。',
        anonymity: 'hiddenFromUnit',
        scene: '4103251000016',
      },
    ]);
    expect(Math.max(...app.setDataSizes)).toBeLessThan(64 * 1024);
  });

  test('what was typed is still there after the app was killed', async () => {
    const cloud = createMemoryCloud();
    const first = startMiniProgram(BUILT, render, cloud.answer);
    first.launch('pages/submit/index');
    await first.waitFor('遇到了什么问题');
    first.type('text', '路灯坏了三个月');
    const kept = first.wx.storage;

    const second = startMiniProgram(BUILT, render, cloud.answer);
    for (const [key, value] of kept) second.wx.storage.set(key, value);
    second.launch('pages/submit/index');
    await second.waitFor('路灯坏了三个月');
    expect(cloud.submitted.size).toBe(0);
  });

  test('photo, voice and words outlive the app; unsent they go by themselves at the next start, once', async () => {
    const cloud = createMemoryCloud();
    const first = startMiniProgram(BUILT, render, cloud.answer);
    const exif = [0xff, 0xe1, 0, 14, ...Buffer.from('Exif\0\0GPS 34')];
    first.wx.media.camera.photos = [Uint8Array.from([0xff, 0xd8, ...exif, 0xff, 0xda, 0, 2, 9, 9])];
    first.launch('pages/submit/index');
    await first.waitFor('遇到了什么问题');
    first.type('text', '路灯坏了三个月');
    first.tap('add-photo');
    await first.waitFor('×');
    first.tap('record');
    await first.waitFor('正在录');
    first.tap('stop-recording');
    await first.waitFor('录音，12秒');
    first.wx.setOnline(false);
    first.tap('send');
    await first.waitFor('还没有发出去');

    const second = startMiniProgram(BUILT, render, cloud.answer, (wx) => {
      for (const [key, value] of first.wx.storage) wx.storage.set(key, value);
      for (const [path, bytes] of first.wx.media.files)
        if (path.startsWith(USER_PATH)) wx.media.files.set(path, bytes);
      wx.setOnline(false);
    });
    second.launch('pages/home/index');
    await second.waitFor('还没有发出去');
    second.wx.setOnline(true);
    await second.waitFor('刚才那件已经发出去了');
    const [sent, ...more] = [...cloud.submitted.values()];
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ text: '路灯坏了三个月', voice: { seconds: 12 } });
    expect(sent?.evidence).toHaveLength(2);
    // The picture alone, without what the camera wrote beside it.
    expect(second.wx.media.uploaded.map(({ bytes }) => bytes)).toEqual([8, 4]);
    expect([...second.wx.media.files.keys()].filter((path) => path.startsWith(USER_PATH))).toEqual([]);
  });

  test('a half-written visit is still there after the app was killed', async () => {
    const cloud = createMemoryCloud();
    const form = { leadId: 'L1', command: 'recordVisit' };
    const first = startMiniProgram(BUILT, render, cloud.answer);
    first.launch('staff/pages/command/index', form);
    await first.waitFor('看到了什么');
    first.type('text', '三盏路灯都不亮');

    const second = startMiniProgram(BUILT, render, cloud.answer);
    for (const [key, value] of first.wx.storage) second.wx.storage.set(key, value);
    second.launch('staff/pages/command/index', form);
    await second.waitFor('三盏路灯都不亮');
  });

  test('on another phone number and code are typed, and it is said that it is not fixed', async () => {
    const cloud = createMemoryCloud();
    cloud.submitted.set('from-the-grandsons-phone', { text: '小桥的栏杆断了。' });
    cloud.turn(RESOLVED);
    const app = startMiniProgram(BUILT, render, cloud.answer);
    app.launch('pages/home/index', { scene: '4103251000016' });
    await app.waitFor('用编号查进度');
    app.tap('go-track');
    await app.waitFor('提交时给过您一个编号');
    app.type('number', '260305 100001');
    app.type('tracking-code', '735042');
    await tapWhenReady(app, 'track');
    await app.waitFor('栏杆换成了新的');
    app.tap('go-feedback');
    await app.waitFor('您看，解决了吗');
    await choose(app, 'choice-no', 'star-2');
    app.tap('send-feedback');
    await app.waitFor('请点一个原因');
    await choose(app, 'reason-halfDone');
    app.tap('send-feedback');
    await app.waitFor('进展还在这里告诉您');
    app.tap('see-standing');
    await app.waitFor('按您说的，重新办');
    expect(cloud.feedback).toEqual([{ fixed: false, stars: 2, reasons: ['halfDone'] }]);
    const said = app.wx.calls.find(({ data }) => data.action === 'resident.giveFeedbackByCode');
    expect(said?.data.input).toMatchObject({ number: '260305-100001', trackingCode: '735042' });
  });

  test('a lead can be withdrawn only after saying so twice', async () => {
    const cloud = createMemoryCloud();
    const app = startMiniProgram(BUILT, render, cloud.answer);
    app.launch('pages/lead/index', { leadId: 'L1' });
    await app.waitFor('不用办了');
    app.tap('withdraw');
    await app.waitFor('真的不用办了吗');
    expect(app.wx.calls.map(({ data }) => data.action)).not.toContain('resident.withdrawLead');
    app.tap('confirm-withdraw');
    await app.waitFor('已撤回');
  });

  test('buttons say to a screen reader what they are', async () => {
    const app = startMiniProgram(BUILT, render, createMemoryCloud().answer);
    app.launch('pages/submit/index');
    await app.waitFor('谁能看到您是谁');
    const elements = everyElement(app.screen());
    const radios = elements.filter(({ attributes }) => attributes['ariaRole'] === 'radio');
    expect(radios.map(({ attributes }) => attributes['ariaChecked'])).toEqual([false, true, false]);
    expect(elements.find(({ attributes }) => attributes['id'] === 'text')?.attributes['ariaLabel']).toBe(
      '遇到了什么问题？',
    );
  });

  test('an emergency number is one tap away', async () => {
    const app = startMiniProgram(BUILT, render, createMemoryCloud().answer);
    app.launch('pages/home/index');
    await app.waitFor('110');
    app.tap('dial-120');
    expect(app.wx.dialled).toEqual(['120']);
  });

  test('the panel signs in only after the person confirmed', async () => {
    const app = startMiniProgram(BUILT, render, createMemoryCloud().answer);
    app.launch('staff/pages/confirm-sign-in/index', { ticket: 'ticket-12345678' });
    await app.waitFor('是您自己要登录吗');
    expect(app.wx.calls).toEqual([]);
    app.tap('confirm');
    await app.waitFor('电脑上已经登录');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../support/local-cloud';
import { codeOf, errorOf, startFixtureCloud } from './fixture-cloud';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startFixtureCloud({ env: { STATIC_DIR: 'tests/local-cloud/fixtures/published' } });
});
afterAll(() => cloud.stop());

const upload = (cloudPath: string, content: Buffer) =>
  cloud.sdk().uploadFile({ cloudPath, fileContent: content });
const addressOf = async (fileID: string, maxAge = 60): Promise<string> => {
  const { fileList } = await cloud.sdk().getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return String(fileList[0]?.tempFileURL);
};

describe('files', () => {
  test('go up through the SDK, come down through a signed address, and go away', async () => {
    const content = Buffer.from('光照不足的路口');
    const { fileID } = await upload('leads/2026/evidence.jpg', content);
    const response = await fetch(await addressOf(fileID));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await cloud.sdk().downloadFile({ fileID })).fileContent).toEqual(content);
    await cloud.sdk().deleteFile({ fileList: [fileID] });
    const { fileList } = await cloud.sdk().getTempFileURL({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('can be sent by a browser with the ticket', async () => {
    const ticket = (await cloud.sdk().getUploadMetadata({ cloudPath: 'a/photo.png' })) as unknown as {
      data: { url: string; authorization: string; fileId: string };
    };
    const { url, authorization, fileId } = ticket.data;
    expect((await fetch(url, { method: 'PUT', body: 'png' })).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', headers: { authorization }, body: 'png' })).status).toBe(200);
    expect(await (await fetch(await addressOf(fileId))).text()).toBe('png');
  });

  test('that a browser could run are only downloaded', async () => {
    const { fileID } = await upload('a/page.html', Buffer.from('<script>alert(1)</script>'));
    const response = await fetch(await addressOf(fileID));
    expect(response.headers.get('content-disposition')).toBe('attachment');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('are not reached with a wrong, foreign or expired address', async () => {
    const { fileID } = await upload('a/one.jpg', Buffer.from('1'));
    await upload('a/two.jpg', Buffer.from('2'));
    const address = await addressOf(fileID, 1);
    expect((await fetch(address.replace('one', 'two'))).status).toBe(403);
    expect((await fetch(address.replace(/sign=\w{4}/, 'sign=0000'))).status).toBe(403);
    expect((await fetch(address.split('?')[0] ?? '')).status).toBe(403);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await fetch(address)).status).toBe(403);
  });

  test.each(['../outside.jpg', '/absolute.jpg', 'a//b.jpg', 'a/../b.jpg', 'a\\b.jpg', '.hidden', 'a/\0.jpg'])(
    'are not stored under %j',
    async (path) => {
      expect(await codeOf(cloud.sdk().getUploadMetadata({ cloudPath: path }))).toBe('INVALID_PARAM');
    },
  );

  test('of more than 20 MB are refused', async () => {
    const refusal = await errorOf(upload('a/huge.mp4', Buffer.alloc(20 * 1024 * 1024 + 1)));
    expect(refusal.code).not.toBe('none');
    expect(
      (await cloud.sdk().getTempFileURL({ fileList: [`cloud://local.local-bucket/a/huge.mp4`] })).fileList[0],
    ).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });
});

describe('WeChat', () => {
  const wechat = async (apiName: string, data: object): Promise<Record<string, unknown>> => {
    const answer = (await cloud.call('echo', { action: 'wechat', input: { apiName, data } })) as {
      data?: { result?: Record<string, unknown> };
      error?: { code: string };
    };
    return answer.data?.result ?? { code: answer.error?.code };
  };
  const message = {
    touser: 'resident-1',
    templateId: 't1',
    page: 'pages/lead/index?id=1',
    data: { thing1: { value: '路灯已修好' } },
  };

  test('delivers subscribe messages, and tests can read them', async () => {
    expect(await wechat('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
    expect(await cloud.control('/_local/sent-messages')).toMatchObject([
      { touser: 'resident-1', templateId: 't1' },
    ]);
  });

  test.each([
    ['no receiver', { touser: '' }, 40003],
    ['no template', { templateId: undefined }, 40037],
    ['an absolute page', { page: '/pages/x' }, 41030],
    ['a text longer than its field', { data: { thing1: { value: '一'.repeat(21) } } }, 47003],
    ['an unknown kind of field', { data: { remark: { value: 'x' } } }, 47003],
    ['a receiver who declined', { touser: 'resident-declined' }, 43101],
  ])('refuses a message with %s', async (_name, change, errCode) => {
    expect(await wechat('subscribeMessage.send', { ...message, ...change })).toMatchObject({ errCode });
  });

  test('checks texts', async () => {
    const check = (content: string) =>
      wechat('security.msgSecCheck', { content, version: 2, scene: 2, openid: 'resident-1' });
    expect(await check('村口路灯坏了')).toMatchObject({ result: { suggest: 'pass' } });
    expect(await check('这里有违规内容样例')).toMatchObject({ result: { suggest: 'risky' } });
    expect(await check('长'.repeat(2_501))).toMatchObject({ errCode: 45002 });
    expect(await wechat('security.msgSecCheck', { content: 'x', version: 2 })).toMatchObject({
      errCode: 40003,
    });
  });

  const code = { scene: '4103251000016', page: 'pages/home/index', env_version: 'release', width: 1_280 };

  test('draws codes', async () => {
    const { buffer } = await wechat('wxacode.getUnlimited', code);
    expect(Buffer.from(String(buffer), 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(await wechat('wxacode.getUnlimited', { scene: "aA0!#$&'()*+,/:;=?@-._~" })).toMatchObject({
      errCode: 0,
    });
  });

  test.each([
    ['no scene', { scene: undefined }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['a scene in Chinese', { scene: '村村村' }, 40169],
    ['a scene with a per cent sign', { scene: 'p%3D4' }, 40169],
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a page with a leading stroke', { page: '/pages/home/index' }, 41030],
    ['a page with parameters', { page: 'pages/home/index?a=1' }, 41030],
    ['a page the mini-program does not have', { page: 'pages/nowhere/index' }, 41030],
    ['an unknown version', { env_version: 'beta' }, 40097],
    ['a check that is neither yes nor no', { check_path: 'yes' }, 40097],
    ['a width of less than 280', { width: 279 }, 40097],
    ['a width of more than 1280', { width: 1_281 }, 40097],
  ])('draws no code with %s', async (_name, change, errCode) => {
    expect(await wechat('wxacode.getUnlimited', { ...code, ...change })).toMatchObject({ errCode });
  });

  test('draws a code for a page that is not published where that is not to be checked', async () => {
    const unpublished = { ...code, page: 'pages/nowhere/index', check_path: false };
    expect(await wechat('wxacode.getUnlimited', unpublished)).toMatchObject({ errCode: 0 });
  });

  test('is closed to whom config.json does not name, and unknown calls are refused', async () => {
    const direct = await cloud
      .sdk()
      .callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: message } as never);
    expect((direct as { result: unknown }).result).toMatchObject({ errCode: -604101 });
    expect(await wechat('customerServiceMessage.send', {})).toEqual({ code: 'INVALID_PARAM' });
  });
});

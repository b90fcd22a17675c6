import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CodeItem } from '@contract/codes';
import { pictureOf, scanned } from '../support/printed-code';
import { qrCodePng } from '../../src/local-cloud/wire/qr-code-png';
import { makeSheets, type SheetOrder } from '../../src/admin/features/codes/sheet/make-sheets';
import { numberOfMade, numberOfPlace } from '../../cloudfunctions/core/domain/codes/code';

const folder = mkdtempSync(join(tmpdir(), 'code-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const font = (weight: string): Uint8Array =>
  readFileSync(resolve('node_modules/@expo-google-fonts/noto-sans-sc', weight, `NotoSansSC_${weight}.ttf`));
const FONTS = { regular: font('400Regular'), bold: font('700Bold') };
const H5 = 'https://zhitong.example.cn/';
const id = (placeId: string): string => numberOfPlace(placeId) ?? '';
const code = (more: Partial<CodeItem>): CodeItem => ({
  id: id('410325100001'),
  kind: 'community',
  placeId: '410325100001',
  placeName: '城关镇安康社区',
  townshipId: '410325100',
  title: '',
  address: '',
  createdAt: null,
  validFrom: null,
  validUntil: null,
  retired: null,
  received: 0,
  wechat: 'none',
  ...more,
});
const order = (more: Partial<SheetOrder>): SheetOrder => ({
  codes: [code({})],
  countyName: '嵩县',
  settings: { deskPhone: '10003790000' },
  h5Address: H5,
  pictures: new Map(),
  fonts: FONTS,
  ...more,
});
const patient = { onProgress: () => undefined, signal: new AbortController().signal };

async function written(asked: SheetOrder): Promise<string> {
  const bytes = await makeSheets(asked, patient);
  const file = join(folder, `${Math.round(performance.now())}.pdf`);
  writeFileSync(file, bytes ?? new Uint8Array());
  return file;
}
const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

describe('a printed sheet', () => {
  it('is A4, and the code on it, read out of its picture, is the address with the number', async () => {
    const file = await written(order({}));
    const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(facts).toMatch(/Pages:\s+1\n/);
    expect(facts).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    const { text, marks } = scanned(file, 1);
    expect(text).toBe(`${H5}?scene=${id('410325100001')}`);
    // From the middle of one mark to that of the other: the whole code is seven modules wider, nine centimetres or more.
    expect(marks).toBeGreaterThan(70);
  });

  it('says where it hangs, how to use it, what it is not for, and what can be read out', async () => {
    const text = textOf(await written(order({}))).replace(/[ \n]/g, '');
    for (const words of [
      '嵩县政协',
      '有难事，扫一扫',
      '城关镇安康社区',
      '打开微信扫一扫，或者手机相机',
      '写几句话就行，也能拍照、录音。不用注册。',
      '记下编号和查询码，用谁的手机都能看办到哪一步。',
      '部门说办好了，请您去看：真好了没有，由您来说。',
      '不会扫？请家里人、村干部帮您，或者打县政协电话10003790000',
      '不收钱',
      '急事、险情不要在这里等，马上打电话',
      '报警110',
      '火警119',
      '急救120',
      '410325100001-',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('shows every character: none is left blank, whatever the place is called', async () => {
    const names = ['城关镇安康社区', '嵩县旧县镇𬇹河村', '木植街乡石磙坪村', '九店乡郭岭村'];
    const bytes = await makeSheets(order({ codes: names.map((placeName) => code({ placeName })) }), patient);
    const file = join(folder, 'names.pdf');
    writeFileSync(file, bytes ?? new Uint8Array());
    for (const [index] of names.entries()) {
      const { width, height, data } = pictureOf(file, index + 1);
      // The line of the name, cut into columns of a character's width: between the first and the last, none is empty.
      const rows = [Math.round(height * 0.215), Math.round(height * 0.27)] as const;
      const dark = Array.from({ length: width }, (_, x) => {
        for (let y = rows[0]; y < rows[1]; y += 1) if ((data[(y * width + x) * 4] ?? 255) < 128) return true;
        return false;
      });
      const ink = dark.slice(dark.indexOf(true), dark.lastIndexOf(true));
      const longestGap = Math.max(
        ...ink
          .join('')
          .split('true')
          .map((gap) => gap.length / 'false'.length),
      );
      expect(longestGap).toBeLessThan(width * 0.03);
    }
  });

  it('of an event says which and until when; one without a telephone leaves that out', async () => {
    const event = code({
      id: numberOfMade('410325100', 'event', 12) ?? '',
      kind: 'event',
      title: '委员接待日',
      address: '文化广场',
      validFrom: '2026-03-01',
      validUntil: '2026-03-08',
    });
    const file = await written(order({ codes: [event], settings: { deskPhone: null } }));
    const text = textOf(file).replace(/[ \n]/g, '');
    expect(text).toContain('委员接待日');
    expect(text).toContain('3月1日至3月8日');
    expect(text).toContain('请家里人、村干部帮您');
    expect(text).not.toContain('县政协电话');
    expect(scanned(file, 1).text).toBe(`${H5}?scene=${event.id}`);
  });

  it('carries WeChat’s picture where there is one, and says to use WeChat', async () => {
    const own = code({});
    const picture = qrCodePng(`wechat:${own.id}`);
    const file = await written(order({ pictures: new Map([[own.id, picture]]) }));
    expect(scanned(file, 1).text).toBe(`wechat:${own.id}`);
    expect(textOf(file)).toContain('打开微信，扫一扫上面的码');
  });
});

describe('many sheets', () => {
  const many = Array.from({ length: 30 }, (_, index) => {
    const placeId = `4103251000${String(index + 1).padStart(2, '0')}`;
    return code({ id: id(placeId), placeId, placeName: `城关镇第${index + 1}社区` });
  });

  it('are one page each, in order, each with its own code', async () => {
    const file = await written(order({ codes: many }));
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+30\n/);
    for (const page of [1, 17, 30]) {
      expect(scanned(file, page).text).toBe(`${H5}?scene=${many[page - 1]?.id ?? ''}`);
    }
  });

  it('tell how far they are, and stop when they are called off', async () => {
    const done: number[] = [];
    const control = new AbortController();
    const onProgress = (count: number): void => {
      done.push(count);
      control.abort();
    };
    expect(await makeSheets(order({ codes: many }), { onProgress, signal: control.signal })).toBeNull();
    expect(done).toHaveLength(1);
    const all: number[] = [];
    await makeSheets(order({ codes: many }), { ...patient, onProgress: (count) => all.push(count) });
    expect(all.at(-1)).toBe(30);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });
});

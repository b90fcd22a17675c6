import { expect, test } from 'vitest';
import type { MyData } from '@contract/personal-data';
import type { LeadStatus } from '@contract/lead';
import { USUAL_RETENTION } from '../../cloudfunctions/core/domain/privacy/retention-policy';
import { ownPaper } from '../../src/miniprogram/pages/privacy/own-paper';
import { asPage, asPlainText } from '../../src/miniprogram/pages/privacy/write-paper';

const AT = '2026-03-10T02:00:00.000Z';
const HOSTILE = `</dd></main><script>alert(1)</script><img src=x onerror="alert(2)">&lt;b&gt; ' " \`\n第二行`;

/** What the county answers about somebody with one matter under way, everything in it that can be. */
function dataOf(text: string, status: LeadStatus = 'inProgress'): MyData {
  const lead = {
    number: '260310-000007',
    trackingCode: '48213906',
    status,
    next: '请等 3月20日（星期五）以前的回音。',
    submittedAt: AT,
    text,
    placeName: '城关镇安康社区',
    placeNote: text,
    point: { latitude: 34.1342, longitude: 112.0855 },
    photoUrls: ['https://storage/secret-1', 'https://storage/secret-2'],
    videoUrls: ['https://storage/secret-3'],
    voice: { url: 'https://storage/secret-4', seconds: 12, transcript: { text, by: { kind: 'resident' } } },
    anonymity: 'hiddenFromUnit',
    onBehalf: { relation: 'elder', news: 'helper', standing: 'confirmed' },
    contactReadings: [{ at: AT, office: '县政协办公室', reason: text }],
    timeline: [{ at: AT, event: 'LeadSubmitted', by: '您', text: '您说了这件事。' }],
    decision: { kind: 'declined', reason: text, goTo: '可以找乡镇。', at: AT },
    outOfScope: null,
    promise: { unitId: 'u-housing', dueOn: '2026-03-20', text, at: AT },
    promiseUnitName: '住建局',
    handOverUnitName: '住建局',
    releasedReply: { text, at: AT, unitId: 'u-housing', photoUrls: ['https://storage/secret-5'] },
    outcome: { kind: 'resolved', summary: text, at: AT },
    published: { title: text, text, at: AT },
    feedback: [{ fixed: true, stars: 5, words: text, at: AT }],
  };
  return {
    leads: [
      {
        lead: lead as unknown as MyData['leads'][number]['lead'],
        contact: { name: text, phone: '13812345670' },
        person: { name: '孙桂英', phone: '13712345671' },
      },
    ],
    nextCursor: null,
    cosigns: [{ number: '260310-000003', at: AT }],
    notices: [{ at: AT, number: '260310-000007', text }],
    wechatMessagesLeft: 0,
  };
}
const paperOf = (text: string) => ownPaper(dataOf(text), USUAL_RETENTION, AT);

test('everything that is kept can be read, in words, by people', () => {
  const plain = asPlainText(paperOf('路灯坏了半个月。'));
  for (const words of [
    '【第 1 件】',
    '编号和查询码：\n260310-000007\n48213906',
    '办到哪一步：\n正在办\n请等 3月20日（星期五）以前的回音。',
    '您写的话：\n路灯坏了半个月。',
    '照片 1、照片 2\n录像 1\n录音一段，12 秒\n录音里的话：路灯坏了半个月。',
    '路灯坏了半个月。，13812345670',
    '替谁说的：\n家里的老人\n孙桂英，13712345671\n本人已经确认',
    '2026年3月10日 10:00，县政协办公室。原因：路灯坏了半个月。',
    '2026年3月10日 10:00，您：您说了这件事。',
    '住建局答应的事：\n路灯坏了半个月。\n2026年3月20日以前办好。',
    '办理后的照片 1',
    '办好了，很满意。',
    '【您附议的事】\n编号 260310-000003：',
    '【我们发给您的消息】',
    '留多久：办完半年后删。',
  ])
    expect(plain).toContain(words);
});

test('whatever somebody wrote stays text on the page, and the page may run nothing', () => {
  const page = asPage(paperOf(HOSTILE));
  expect(page).toContain("default-src 'none'");
  expect(page.match(/<(script|img|a|iframe|b)[\s>]/g)).toBeNull();
  const written = page.slice(page.indexOf('<main>'), page.indexOf('</body>'));
  expect(new Set(written.match(/<\/?[a-z]\w*/g))).toEqual(
    new Set(['main', 'h1', 'p', 'section', 'h2', 'dl', 'dt', 'dd'].flatMap((tag) => [`<${tag}`, `</${tag}`])),
  );
  const read = written
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(+code));
  expect(read.split(HOSTILE).length - 1).toBe(HOSTILE_PLACES);
});
/** Text, place, transcript, name, reason of a reading, no, promise, reply, result, board twice, rating, message. */
const HOSTILE_PLACES = 13;

test('it tells no address of a file and no id of the county, and twice the same is twice the same file', () => {
  const page = asPage(paperOf('路灯坏了'));
  expect(page).not.toMatch(/storage|secret|u-housing|undefined|null/);
  expect(asPage(paperOf('路灯坏了'))).toBe(page);
  expect(asPlainText(paperOf(HOSTILE))).toBe(asPlainText(paperOf(HOSTILE)));
});

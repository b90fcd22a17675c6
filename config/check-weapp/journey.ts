import type { MemoryCloud } from './answers';
import { startMiniProgram, type MiniProgram } from './mini-program';
import { choose, tapWhenReady } from './patient';
import type { Render } from './rendered';

const TEXT = '村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。';
type Turn = Parameters<MemoryCloud['turn']>[0];
/** What a printed village code carries, as WeChat hands it over. */
const SCENE = encodeURIComponent('4103251000016');

/** What the committee does in between. */
const ASKED: Turn = {
  status: 'awaitingSupplement',
  supplements: [
    { question: '是哪一座桥？', askedAt: '2026-03-06T01:00:00.000Z', answer: null, answeredAt: null },
  ],
  allowed: ['giveSupplement'],
};
const LATE: Turn = { status: 'inProgress', overdue: true, allowed: ['chaseLead'] };
export const RESOLVED: Turn = {
  status: 'resolved',
  resolution: 'resolved',
  overdue: false,
  outcome: { kind: 'resolved', summary: '栏杆换成了新的，桥面也补平了。', at: '2026-03-12T09:00:00.000Z' },
  allowed: ['giveFeedback'],
};

export interface WalkedJourney {
  app: MiniProgram;
  /** Every page that was opened, in order. */
  routes: string[];
}

/**
 * Boots the built mini-program and goes the whole way: scan, home, write, lose the network, send, receipt, my leads,
 * the lead; then the staff pages; then the resident again, until it is fixed. Throws with what stands on the screen when a step does not come true.
 */
export async function walkSubmission(
  root: string,
  render: Render,
  cloud: MemoryCloud,
): Promise<WalkedJourney> {
  const app = startMiniProgram(root, render, cloud.answer);
  const routes: string[] = [];
  const arrive = async (route: string, words: string): Promise<void> => {
    await app.waitFor(words);
    if (app.route() !== route) throw new Error(`应该在 ${route}，却在 ${app.route()}`);
    routes.push(route);
  };

  app.launch('pages/home/index', { scene: SCENE });
  await arrive('pages/home/index', '城关镇安康社区');
  app.tap('go-submit');
  await arrive('pages/submit/index', '扫码带来的');
  app.tap('send');
  await app.waitFor('请先写一写');
  app.type('text', TEXT);
  await sendThroughABrokenNetwork(app);
  await arrive('pages/receipt/index', '735042');
  app.tap('好了，回首页');
  await arrive('pages/home/index', '我反映过的事');
  app.tap('go-mine');
  await arrive('pages/mine/index', TEXT);
  app.tap('lead-L1');
  await arrive('pages/lead/index', '由城关镇的联络员先看');

  await walkStaffPages(app, arrive);
  await walkToTheEnd(app, cloud, arrive);
  if (cloud.submitted.size !== 1) throw new Error(`应该只有一条线索，却有 ${cloud.submitted.size} 条`);
  return { app, routes };
}

async function sendThroughABrokenNetwork(app: MiniProgram): Promise<void> {
  // A signal that is none: the call leaves and nobody answers.
  app.wx.loseCalls = 1;
  app.tap('send');
  await app.waitFor('还没有发出去');
  app.wx.setOnline(false);
  app.tap('send-now');
  await app.waitFor('现在没有网络');
  // The network is back: it is sent again by itself, with the same request id.
  app.wx.setOnline(true);
  await app.waitFor('收到了，谢谢您');
  const ids = app.wx.calls
    .filter(({ data }) => data.action === 'resident.submitLead')
    .map(({ data }) => data.requestId);
  if (ids.length < 2 || new Set(ids).size !== 1) throw new Error(`重发没有用同一个编号：${ids.join(', ')}`);
}

type Arrive = (route: string, words: string) => Promise<void>;

/** The resident answers a question, chases what is late, reads the result, and says that it is fixed. */
async function walkToTheEnd(app: MiniProgram, cloud: MemoryCloud, arrive: Arrive): Promise<void> {
  const comesBack = async (words: string): Promise<void> => {
    app.launch('pages/home/index', {});
    await app.waitFor('我反映过的事');
    app.tap('go-mine');
    await app.waitFor(TEXT);
    app.tap('lead-L1');
    await arrive('pages/lead/index', words);
  };
  cloud.turn(ASKED);
  await comesBack('是哪一座桥？');
  app.type('supplement', '村口往东那座。');
  await tapWhenReady(app, 'send-supplement');
  await app.waitFor('收下了');
  cloud.turn(LATE);
  await comesBack('催一催');
  app.tap('chase');
  await app.waitFor('您催了一次');
  cloud.turn(RESOLVED);
  await comesBack('栏杆换成了新的');
  app.tap('go-feedback');
  await arrive('pages/feedback/index', '您看，解决了吗');
  app.tap('send-feedback');
  await app.waitFor('请先选');
  await choose(app, 'choice-yes', 'star-5');
  app.tap('send-feedback');
  await app.waitFor('有您的话，这件事才算真的办完');
  app.tap('看看进度');
  await arrive('pages/lead/index', '这件事办完了');
  const said = JSON.stringify(cloud.feedback);
  if (said !== JSON.stringify([{ fixed: true, stars: 5 }])) throw new Error(`评价没有送到：${said}`);
}

async function walkStaffPages(app: MiniProgram, arrive: Arrive): Promise<void> {
  app.back();
  app.tap('go-staff');
  await arrive('staff/pages/queue/index', '程俊峰');
  await app.waitFor(TEXT);
  app.tap('lead-L1');
  await arrive('staff/pages/lead/index', '还可以');
  app.tap('do-acceptLead');
  await arrive('staff/pages/command/index', '确定受理');
  app.tap('run-command');
  await arrive('staff/pages/lead/index', '已受理');
}

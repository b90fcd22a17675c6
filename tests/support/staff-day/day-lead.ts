/** Why a lead was not adopted: one of the reasons the committee writes, each with a place to go. */
export const DECLINES = {
  planned: {
    reason:
      '这件事已经列入县里今年的计划，开工的日子会贴在村务公开栏。所以这次不再另外上报，我们会看着它落实。',
    goTo: '想看进度，到乡镇便民服务中心问，报上这个编号。',
  },
  inProgress: {
    reason: '我们问过了，主管部门已经派人到过现场，正在办。为了不让两边重复跑，这次没有另外采纳。',
    goTo: '半个月后还没有动静，打政务服务热线 12345，说明地点。',
  },
  oneHousehold: {
    reason: '您的难处我们看到了。这是一家一户的情况，政协向县里反映解决不了，找对门办得更快。',
    goTo: '先找村（社区）委员会，由驻村委员陪您一起去说。',
  },
  needsMore: {
    reason: '我们看过也问过，现在掌握的情况还不够向县里提出来。要是又有新情况，请再说一件。',
    goTo: '知道是哪一家、哪一天的，打 12345 说得更清楚。',
  },
  policy: {
    reason: '这件事上级已有明确规定，县里不能另定办法，所以没有采纳。',
    goTo: '按规定您可以办的，到县政务服务大厅综合窗口问，带上身份证。',
  },
} as const;
export type Decline = keyof typeof DECLINES;

/** One lead of the day: what a resident writes, and what whoever reads it knows. */
export interface DayLead {
  /** What the story calls it; also who submits it. */
  key: string;
  text: string;
  /** The village whose code on the wall was scanned. */
  code?: string;
  phone?: string;
  /** What it is about, to somebody from here; without it nobody corrects the machine. */
  category?: string;
  /** Why it is declined, for those that are. */
  because?: Decline;
}

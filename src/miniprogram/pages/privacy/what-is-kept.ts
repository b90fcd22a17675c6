import type { RetentionTerms } from '@contract/personal-data';
import { sayDays } from '@shared/say-days';

interface Kept {
  field: string;
  why: string;
  who: string;
  /** How long, from the county's own terms. */
  long: (terms: RetentionTerms) => string;
}

/** What the county asks for, in plain words: the field, why, who sees it, how long. */
export const WHAT_IS_KEPT: readonly Kept[] = [
  {
    field: '您写的话、录音、照片、录像',
    why: '弄清楚是什么事，好去办。',
    who: '县政协工作人员、您乡镇的联络员、有关的委员和办事的部门。录音、录像只给能知道您是谁的人。照片里的人脸、车牌、门牌、电话，我们遮不了。公开的内容另写，不带您的信息，也不放照片、录音、录像。',
    long: ({ media, text }) =>
      `照片、录像和录音${ends(media)}${text === null ? '写的话留作办事的记录。' : `写的话${ends(text)}`}`,
  },
  {
    field: '姓名、电话（可以不留）',
    why: '说不清的地方打电话问您，办完了告诉您。',
    who: '平时只看得到「张**，139****01」。要看全的，得先写明原因，您查得到谁看过、为什么看。',
    long: ({ contact }) => ends(contact),
  },
  {
    field: '替别人说时，本人的姓名、电话（可以不留）',
    why: '核实是不是本人的意思，告诉本人消息。',
    who: '和您自己的电话一样。',
    long: ({ person }) => `${ends(person)}本人说不是他的意思，核实后马上删。`,
  },
  {
    field: '地点、地图上的点（可以不选）',
    why: '分给管这一片的人，找得到地方。',
    who: '办这件事的人。',
    long: ({ place }) => `具体的点${ends(place)}`,
  },
  {
    field: '您的微信或这个浏览器的标记',
    why: '下次打开，认得出哪些是您说的。',
    who: '谁也看不到是谁。网页上只记一串打乱的标记，不记您的手机号和网络地址。',
    long: ({ reporter }) =>
      reporter === null ? '一直留着，您自己可以删。' : `办完${after(reporter)}断开，对不上人。`,
  },
  {
    field: '我们发给您的消息',
    why: '告诉您办到哪一步了。',
    who: '只有您自己。',
    long: ({ notices }) => (notices === null ? '一直留着，您自己可以删。' : `发出${after(notices)}删。`),
  },
];

const ends = (days: number | null): string => (days === null ? '留作办事的记录。' : `办完${after(days)}删。`);

const after = (days: number): string => (days === 0 ? '马上' : `${sayDays(days)}后`);

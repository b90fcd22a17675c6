import type { Grant } from '@contract/directory';
import type { QueueGroup } from '@contract/statistics';

export interface GroupWords {
  label: string;
  /** What stands in it, for those who hear the page or wonder. */
  meaning: string;
}

const TIMELY = {
  today: { label: '今天到期', meaning: '今天下班前要有结果的' },
  late: { label: '已超期', meaning: '过了期限还没有结果的' },
};
const WORDS: Record<'desk' | 'office' | 'sector' | 'onlooker', Record<QueueGroup, GroupWords>> = {
  desk: {
    new: { label: '新来的', meaning: '还没有受理的' },
    mine: { label: '等我处理', meaning: '下一步该机关办的' },
    waiting: { label: '等别人', meaning: '等乡镇、单位或群众的' },
    ...TIMELY,
  },
  office: {
    new: { label: '新来的', meaning: '还没有受理或接收的' },
    mine: { label: '等我处理', meaning: '下一步该您这里办的' },
    waiting: { label: '等别人', meaning: '等县政协、别的单位或群众的' },
    ...TIMELY,
  },
  sector: {
    new: { label: '新来的', meaning: '还没有受理的' },
    mine: { label: '等人认领', meaning: '本界别还没有委员认领的' },
    waiting: { label: '有人在办', meaning: '已有委员认领，或正等别处办的' },
    ...TIMELY,
  },
  onlooker: {
    new: { label: '新来的', meaning: '还没有受理的' },
    mine: { label: '在县政协', meaning: '下一步该县政协机关办的' },
    waiting: { label: '在别处', meaning: '等乡镇、单位或群众的' },
    ...TIMELY,
  },
};

/** What the groups of the day are called for somebody who looks from this office. */
export function groupWords(role: Grant['role'] | null): Record<QueueGroup, GroupWords> {
  switch (role) {
    case 'liaison':
    case 'convener':
    case 'unitOfficer':
      return WORDS.office;
    case 'member':
      return WORDS.sector;
    case 'leader':
    case 'administrator':
      return WORDS.onlooker;
    case 'staff':
    case null:
      return WORDS.desk;
  }
}

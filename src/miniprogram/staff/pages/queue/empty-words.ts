import type { Grant } from '@contract/directory';
import type { QueueFilter, QueueGroup } from '@contract/statistics';

interface EmptyWords {
  seal: string;
  title: string;
  more: string;
}

const WORDS: Record<QueueGroup, EmptyWords> = {
  mine: { seal: '清', title: '手上没有要办的', more: '新的事来了，会排在这里。' },
  today: { seal: '清', title: '今天没有到期的', more: '明天以后到期的在「全部」里。' },
  late: { seal: '好', title: '没有超期的', more: '每一件都在期限里，辛苦了。' },
  new: { seal: '清', title: '没有新来的', more: '群众说了新的事，会先出现在这里。' },
  waiting: { seal: '清', title: '没有在等别人的', more: '交出去的、等群众补充的，会排在这里。' },
};

const FOR_MEMBERS: Partial<Record<QueueGroup, EmptyWords>> = {
  mine: { seal: '清', title: '没有等人认领的', more: '本界别来了新的事，会排在这里。' },
  waiting: { seal: '清', title: '没有正在办的', more: '有委员认领、或者交给部门办的，会排在这里。' },
};

const OF_CALLS: EmptyWords = {
  seal: '清',
  title: '没有紧急叫到您的',
  more: '已经有人去了。再有急事，会排在这里。',
};

const OF_EMPTY_OFFICES: EmptyWords = {
  seal: '清',
  title: '没有等在空着的联络员那里的',
  more: '早先交给联络员的，都有人办了。',
};

/** What an empty list says to somebody in this office, kindly and truly. */
export function emptyWords(
  { group, mark }: Pick<QueueFilter, 'group' | 'mark'>,
  role: Grant['role'] | undefined,
  isFiltered: boolean,
): EmptyWords {
  if (mark === 'called') return OF_CALLS;
  if (mark === 'unmanned') return OF_EMPTY_OFFICES;
  const ofMembers = group !== undefined && role === 'member' ? FOR_MEMBERS[group] : undefined;
  if (ofMembers) return ofMembers;
  if (group !== undefined) return WORDS[group];
  return isFiltered
    ? { seal: '无', title: '这一类现在没有', more: '点「全部」看所有的。' }
    : { seal: '清', title: '还没有分到您这里的', more: '有了会排在这里。' };
}

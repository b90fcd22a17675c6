import type { Contact } from '@contract/lead';
import { NEWS_FOR_LABELS, RELATION_LABELS, STANDING_LABELS } from '@contract/labels-zh';
import type { NewsFor, OnBehalf, OnBehalfInput, Relation } from '@contract/on-behalf';
import { isPhone, tidyPhone } from './phones';

/** What the form holds about the person somebody files for. */
export interface OnBehalfDraft {
  relation: Relation;
  name: string;
  phone: string;
  news: NewsFor;
  guardianConsents: boolean;
}

export const EMPTY_ON_BEHALF: OnBehalfDraft = {
  relation: 'elder',
  name: '',
  phone: '',
  news: 'helper',
  guardianConsents: false,
};

/** What has to be put right before it can be sent, in a sentence; null where it can. */
export function onBehalfProblem({
  relation,
  name,
  phone,
  news,
  guardianConsents,
}: OnBehalfDraft): string | null {
  // Nobody asks for a child's telephone: one that was typed before is not spoken of.
  if (relation === 'child')
    return name.trim() !== '' && !guardianConsents
      ? '要留孩子的名字，请监护人先点「我是监护人，我同意」。不留也照样办。'
      : null;
  const tidy = tidyPhone(phone);
  if (tidy !== '' && !isPhone(tidy)) return '本人的电话好像不对，请再看看。也可以不留。';
  return news !== 'helper' && tidy === '' ? '要告诉本人，请留本人的电话。没有电话，请选「告诉我」。' : null;
}

/** The part of the submission about the person, with nothing in it that was left empty. */
export function onBehalfInput({
  relation,
  name,
  phone,
  news,
  guardianConsents,
}: OnBehalfDraft): OnBehalfInput {
  const isChild = relation === 'child';
  return {
    relation,
    // A child's matter is the guardian's to hear of.
    news: isChild ? 'helper' : news,
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(tidyPhone(phone) && !isChild ? { phone: tidyPhone(phone) } : {}),
    ...(isChild && guardianConsents ? { guardianConsents } : {}),
  };
}

/** For officers: for whom it was filed, what the person said, and who is told. */
export function onBehalfWords({ relation, standing, news, onHelpersDevice }: OnBehalf): string {
  const said = `${STANDING_LABELS[standing]}${onHelpersDevice ? '（在代办人的手机上）' : ''}`;
  return `替${RELATION_LABELS[relation]}提交，${said}；消息${NEWS_FOR_LABELS[news].replace('我', '代办人')}`;
}

/** A contact that was revealed, and the person's where it was filed for somebody. */
export function contactWords(contact: Contact, person?: Contact): string {
  const one = ({ name, phone }: Contact): string => [name, phone].filter(Boolean).join(' ');
  const own = one(contact) || '没有留';
  return person === undefined ? own : `代办人 ${own}；本人 ${one(person)}`;
}

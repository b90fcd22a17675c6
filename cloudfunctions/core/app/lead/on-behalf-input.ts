import type { OnBehalfInput } from '@contract/on-behalf';
import type { LeadContent } from '../../domain/lead/lead';
import { refuse } from '../../domain/result';

/**
 * Why this cannot be filed for somebody else; null where it can. A child's name is kept only when a guardian files and
 * agrees; who is to be told in person must leave a telephone.
 */
export function refusalOfOnBehalf(given: OnBehalfInput | undefined): ReturnType<typeof refuse> | null {
  if (given === undefined) return null;
  const named = personOf(given) !== undefined;
  if (given.relation === 'child' && named && given.guardianConsents !== true) {
    return refuse('INVALID_INPUT', '孩子没满 14 岁，要监护人同意才能留孩子的姓名电话。不留也照样办。', {
      field: 'onBehalf.guardianConsents',
    });
  }
  if (given.relation === 'child' && given.news !== 'helper') {
    return refuse('INVALID_INPUT', '孩子的事，消息发给监护人。', { field: 'onBehalf.news' });
  }
  if (given.news !== 'helper' && !given.phone?.trim()) {
    return refuse('INVALID_INPUT', '要告诉本人，请留本人的电话。没有电话，请选「告诉我」。', {
      field: 'onBehalf.phone',
    });
  }
  return null;
}

/** The person it is filed for, as far as they were named; a child's telephone is never kept. */
export function personOf({ relation, name, phone }: OnBehalfInput): LeadContent['person'] {
  const person = {
    ...(name?.trim() ? { name: name.trim() } : {}),
    ...(phone?.trim() && relation !== 'child' ? { phone: phone.trim() } : {}),
  };
  return Object.keys(person).length > 0 ? person : undefined;
}

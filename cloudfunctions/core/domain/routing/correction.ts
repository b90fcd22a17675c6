import type { Contact } from '@contract/lead';
import type { County } from '../county';
import type { LeadEvent } from '../lead/events';
import type { Lead, LeadContent } from '../lead/lead';
import { classOfCategory } from './category-of-reading';

/** One row of the file that the classifier is trained on. */
export interface Correction {
  id: string;
  title: string;
  text: string;
  time: string;
  /** The name under which the classifier learns the category. */
  label: string;
  form: 'raw';
}

/**
 * What staff taught with this lead: its words without the people in them, and the category they said it belongs to. Null
 * where nobody said, and for whatever is or ever was private.
 */
export function correctionOf(
  lead: Lead,
  content: Pick<LeadContent, 'text' | 'contact'>,
  events: readonly LeadEvent[],
  county: County,
): Omit<Correction, 'id'> | null {
  const routes = events.flatMap((event) => {
    if ('route' in event) return [event.route];
    return event.type === 'TranscriptConfirmed' && event.placed ? [event.placed.route] : [];
  });
  if (lead.route === null || routes.some((route) => route.private) || !wasTaught(events)) return null;
  const category = county.categories.find(({ id }) => id === lead.route?.categoryId);
  if (category === undefined || category.private) return null;
  return {
    title: '',
    text: withoutPeople(content.text, content.contact),
    time: lead.submittedAt,
    label: classOfCategory(category),
    form: 'raw',
  };
}

/** Confirming teaches, and so does another category; another township alone says nothing about it. */
function wasTaught(events: readonly LeadEvent[]): boolean {
  let categoryId: string | null = null;
  for (const event of events) {
    if (event.type === 'RouteConfirmed') return true;
    if (event.type === 'LeadRerouted' && event.route.categoryId !== categoryId) return true;
    if (event.type === 'LeadRouted') ({ categoryId } = event.route);
  }
  return false;
}

/** Seven digits and more, however they are grouped: telephones, identity cards, bank cards, licence numbers. */
const LONG_NUMBER = /[0-9０-９](?:[\s\-－—]?[0-9０-９]){6,}[xXｘＸ]?/gu;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const INTRODUCED = /(我叫|本人叫|我的名字叫|姓名[:：]?\s*|联系人[:：]?\s*)\p{Script=Han}{2,3}/gu;

/** The text with nothing in it that leads to a person: no number, no address, no name that was given. */
export function withoutPeople(text: string, contact: Contact | null): string {
  const name = contact?.name?.trim() ?? '';
  const nameless = name.length >= 2 ? text.replaceAll(name, '某某') : text;
  return nameless
    .replace(LONG_NUMBER, (digits) => '0'.repeat(digits.length))
    .replace(ADDRESS, '某邮箱')
    .replace(INTRODUCED, '$1某某');
}

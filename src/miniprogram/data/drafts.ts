import { EMPTY_DRAFT, filesOf, hasContent, type Draft } from './draft';

/** Everything on this device that is not a lead yet: what is in the form, and what was put aside before it, oldest first. */
export interface Drafts {
  open: Draft;
  aside: readonly Draft[];
}

/** Nothing written, nothing waiting. */
export const NO_DRAFTS: Drafts = { open: EMPTY_DRAFT, aside: [] };

/** All of them, in the order in which they go. */
export const allDrafts = ({ open, aside }: Drafts): Draft[] => [...aside, open];

/** Those in line, in the order in which they go: whatever is taken up again ends up last when it is sent again. */
export const lineOf = (drafts: Drafts): Draft[] => allDrafts(drafts).filter(({ waiting }) => waiting);

/** The one under this request id; null once it is a lead or was thrown away. */
export const draftOf = (drafts: Drafts, requestId: string): Draft | null =>
  allDrafts(drafts).find((draft) => draft.requestId === requestId) ?? null;

/** The same with one of them as it stands now; as it was where that one is gone. */
export function withDraft(drafts: Drafts, requestId: string, next: Draft): Drafts {
  const put = (draft: Draft): Draft => (draft.requestId === requestId ? next : draft);
  return { open: put(drafts.open), aside: drafts.aside.map(put) };
}

/** The same without one of them; the form is empty when it was the one in it. */
export function withoutDraft({ open, aside }: Drafts, requestId: string): Drafts {
  return {
    open: open.requestId === requestId ? EMPTY_DRAFT : open,
    aside: aside.filter((draft) => draft.requestId !== requestId),
  };
}

/** An empty form; what was in it is put aside, unless nobody would miss it. */
export const withEmptyForm = ({ open, aside }: Drafts): Drafts => ({
  open: EMPTY_DRAFT,
  aside: isWorthKeeping(open) ? [...aside, open] : aside,
});

/** One of them in the form, out of line; what was in the form is put aside. */
export function withInForm(drafts: Drafts, requestId: string): Drafts {
  const picked = draftOf(drafts, requestId);
  if (picked === null) return drafts;
  const open = { ...picked, waiting: false };
  if (drafts.open.requestId === requestId) return { ...drafts, open };
  const { aside } = withEmptyForm(drafts);
  return { open, aside: aside.filter((draft) => draft.requestId !== requestId) };
}

/** Whether there is nothing left that would have to be kept. */
export const isNothing = ({ open, aside }: Drafts): boolean =>
  open.requestId === null && !hasContent(open) && aside.length === 0;

/** The files of all of them. */
export const keysOf = (drafts: Drafts): string[] =>
  allDrafts(drafts).flatMap((draft) => filesOf(draft).map(({ key }) => key));

const isWorthKeeping = (draft: Draft): boolean => draft.waiting || hasContent(draft);

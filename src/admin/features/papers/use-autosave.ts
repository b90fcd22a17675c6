import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { PaperText, PaperView } from '@contract/papers';
import { codeOf, sentenceOf } from '../../platform/refusal';
import { usePanelCall } from '../../platform/use-panel';
import { paperKey, usePaperCommand } from '../../platform/use-papers';

/** So long after the last key the text is saved. */
const SAVE_AFTER_MS = 1_200;

export type SavingState =
  | { phase: 'saved' }
  | { phase: 'waiting' }
  | { phase: 'saving' }
  /** Somebody else saved meanwhile: both texts are kept until the writer chooses. */
  | { phase: 'conflict'; theirs: PaperView }
  | { phase: 'failed'; sentence: string };

interface Autosave {
  text: PaperText;
  state: SavingState;
  change: (change: Partial<PaperText>) => void;
  /** Saves now; the version after it, or null where it could not. */
  saveNow: () => Promise<number | null>;
  /** After a conflict: goes on with the own text over the other one, or with the other one. */
  keepMine: () => void;
  takeTheirs: () => void;
}

const isSame = (one: PaperText, other: PaperText): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One save after another until what is stored is what is on the screen; stops at a conflict or a fault. */
function useSaving(
  paper: PaperView,
  setState: (state: SavingState) => void,
): { latest: { current: PaperText }; stored: { current: Stored }; saveNow: () => Promise<number | null> } {
  const give = usePaperCommand();
  const call = usePanelCall();
  const latest = useRef(paper.text);
  const stored = useRef<Stored>({ text: paper.text, version: paper.version });
  const running = useRef<Promise<number | null>>(Promise.resolve(null));
  const save = useCallback(async (): Promise<number | null> => {
    while (!isSame(latest.current, stored.current.text)) {
      const text = latest.current;
      setState({ phase: 'saving' });
      try {
        const saved = await give('savePaper', { paperId: paper.id, version: stored.current.version, text });
        stored.current = { text, version: saved.version };
      } catch (error) {
        const isLate = codeOf(error) === 'VERSION_CONFLICT';
        const theirs = isLate ? await call('panel.getPaper', { paperId: paper.id }).catch(() => null) : null;
        setState(
          theirs === null ? { phase: 'failed', sentence: sentenceOf(error) } : { phase: 'conflict', theirs },
        );
        return null;
      }
    }
    setState({ phase: 'saved' });
    return stored.current.version;
  }, [call, give, paper.id, setState]);
  const saveNow = useCallback((): Promise<number | null> => {
    running.current = running.current.then(save);
    return running.current;
  }, [save]);
  return { latest, stored, saveNow };
}

interface Stored {
  text: PaperText;
  version: number;
}

/** Keeps a draft by itself while it is written, one save at a time, and never writes over what a colleague wrote. */
export function useAutosave(paper: PaperView): Autosave {
  const queries = useQueryClient();
  const [text, setText] = useState(paper.text);
  const [state, setState] = useState<SavingState>({ phase: 'saved' });
  const { latest, stored, saveNow } = useSaving(paper, setState);
  // What was changed beside the text (a lead added or taken out) brings a new version with the same text.
  useEffect(() => {
    const isBeside = paper.version > stored.current.version && isSame(paper.text, stored.current.text);
    if (isBeside) stored.current = { text: paper.text, version: paper.version };
  }, [paper, stored]);
  const { phase } = state;
  useEffect(() => {
    if (phase !== 'waiting') return;
    const timer = setTimeout(() => void saveNow(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [phase, text, saveNow]);
  const put = (next: PaperText): void => {
    latest.current = next;
    setText(next);
  };
  const goOnFrom = (theirs: PaperView): void => {
    stored.current = { text: theirs.text, version: theirs.version };
    queries.setQueryData(paperKey(theirs.id), theirs);
  };
  return {
    text,
    state,
    change: (change) => {
      put({ ...latest.current, ...change });
      setState((before) => (before.phase === 'conflict' ? before : { phase: 'waiting' }));
    },
    saveNow,
    keepMine: () => {
      if (state.phase !== 'conflict') return;
      goOnFrom(state.theirs);
      setState({ phase: 'waiting' });
    },
    takeTheirs: () => {
      if (state.phase !== 'conflict') return;
      goOnFrom(state.theirs);
      put(state.theirs.text);
      setState({ phase: 'saved' });
    },
  };
}

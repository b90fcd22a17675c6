import { useNavigate } from 'react-router';
import type { InputOf } from '@contract/actions';
import { usePaperCommand } from '../platform/use-papers';
import { useToast } from './toast';

/** Begins the draft of a paper, says so, and opens it; throws the refusal. */
export function useStartPaper(): (input: InputOf<'panel.startPaper'>) => Promise<void> {
  const give = usePaperCommand();
  const say = useToast();
  const navigate = useNavigate();
  return async (input) => {
    const paper = await give('startPaper', input);
    say('草稿写好了，请接着改。');
    await navigate(`/papers/${encodeURIComponent(paper.id)}`);
  };
}

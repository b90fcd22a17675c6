import { Button } from 'tdesign-react/es/button';
import { SUGGESTION_OUTCOME_LABELS } from '@contract/labels-zh';
import { SUGGESTION_OUTCOMES, type PaperView, type Suggestion } from '@contract/papers';
import type { Act } from '../../components/act-sheet';
import { useToast } from '../../components/toast';
import { usePaperCommand } from '../../platform/use-papers';

/** The form in which one suggestion is settled. */
function useSettling({ id: paperId, version, results }: PaperView) {
  const give = usePaperCommand();
  const say = useToast();
  return ({ id: suggestionId, text }: Suggestion, place: number): Act => ({
    title: `第 ${place} 条建议的结果`,
    intro: text,
    fields: [
      { name: 'outcome', label: '采纳了没有', kind: 'choice', options: OUTCOMES },
      { name: 'reason', label: '为什么，做到哪一步', kind: 'words', max: 2000 },
    ],
    initial: { ...results.find((result) => result.suggestionId === suggestionId) },
    confirm: '登记',
    send: async ({ outcome: chosen, reason = '' }) => {
      const outcome = SUGGESTION_OUTCOMES.find((one) => one === chosen);
      if (!outcome) return;
      await give('settleSuggestion', { paperId, version, suggestionId, outcome, reason });
      say('结果记下了。');
    },
  });
}
const OUTCOMES = SUGGESTION_OUTCOMES.map((id) => ({ id, name: SUGGESTION_OUTCOME_LABELS[id] }));

/** The suggestions one by one, and what became of each. */
export function SuggestionsPart({ paper, onAct }: { paper: PaperView; onAct: (act: Act) => void }) {
  const settle = useSettling(paper);
  return (
    <section className="paper-part sheet">
      <header>
        <h2>建议的结果</h2>
        <span className="quiet">
          {paper.settled}/{paper.suggestions} 有结果
        </span>
      </header>
      <ol className="suggestions">
        {paper.text.suggestions.map((suggestion, index) => {
          const result = paper.results.find(({ suggestionId }) => suggestionId === suggestion.id);
          return (
            <li key={suggestion.id}>
              <p>{suggestion.text}</p>
              {result ? (
                <p className="suggestions__result">
                  <span className={`paper-mark paper-mark--${result.outcome}`}>
                    {SUGGESTION_OUTCOME_LABELS[result.outcome]}
                  </span>{' '}
                  {result.reason}
                </p>
              ) : (
                <p className="quiet">还没有结果</p>
              )}
              {paper.allowed.includes('settleSuggestion') && (
                <Button
                  className="no-print"
                  size="small"
                  variant="outline"
                  onClick={() => onAct(settle(suggestion, index + 1))}
                >
                  {result ? '改结果' : '登记结果'}
                  <span className="only-read-aloud">，第 {index + 1} 条</span>
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

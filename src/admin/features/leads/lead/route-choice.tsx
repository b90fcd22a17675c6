import { Button } from 'tdesign-react/es/button';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { Route, RouteCandidate } from '@contract/lead';
import { categoriesToOffer, sayShare } from '@shared/presenters';
import { useShortcuts } from '../../../components/use-shortcuts';
import { useToast } from '../../../components/toast';
import { sentenceOf } from '../../../platform/refusal';
import { useDirectory } from '../../../platform/use-panel';
import { COMMAND_FORMS } from '../commands/command-forms';
import { useCommand } from '../commands/use-command';
import { Section } from './section';
import './route.css';

interface RouteChoiceProps {
  lead: OfficerLeadView;
  route: Route;
  onChoose: (command: OfficerCommand) => void;
}

const HOW = '点一下就定，也可以按键盘上的数字。界别和专委会跟着类别走。';
const HOW_WITHOUT_ANY = '哪一类都不像，请您来选。界别和专委会跟着类别走。';

/** The likeliest categories, at most three, one tap or one key each, where the rules were not sure. */
export function RouteChoice({ lead, route, onChoose }: RouteChoiceProps) {
  const directory = useDirectory();
  const order = useCommand();
  const say = useToast();
  const offered = categoriesToOffer(route.candidates);
  const nameOf = (id: string): string => directory.data?.categories.find((one) => one.id === id)?.name ?? id;
  const confirm = (categoryId: string): void => {
    if (order.isPending) return;
    const given = { command: 'confirmRoute' as const, lead, values: { categoryId } };
    order.mutate(given, { onSuccess: () => say(`${lead.number} ${COMMAND_FORMS.confirmRoute.done}`) });
  };
  const take = (index: number) => () => {
    const candidate = offered[index];
    if (candidate) confirm(candidate.categoryId);
  };
  useShortcuts({ 1: take(0), 2: take(1), 3: take(2) });
  const standsApart =
    offered.length > 0 && !offered.some(({ categoryId }) => categoryId === route.categoryId);
  return (
    <Section title="请定一下是哪一类" aside="规则没有把握">
      <p className="route-choice__how">{offered.length > 0 ? HOW : HOW_WITHOUT_ANY}</p>
      {offered.length > 0 && (
        <ol className="route-choice" aria-label="可能的类别" aria-busy={order.isPending}>
          {offered.map((candidate, index) => (
            <li key={candidate.categoryId}>
              <button
                type="button"
                className="route-choice__one"
                disabled={order.isPending}
                aria-keyshortcuts={String(index + 1)}
                onClick={() => confirm(candidate.categoryId)}
              >
                <kbd className="route-choice__key" aria-hidden="true">
                  {index + 1}
                </kbd>
                <CandidateWords candidate={candidate} name={nameOf(candidate.categoryId)} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {order.error && (
        <p className="route-choice__refusal" role="alert">
          {sentenceOf(order.error)}
        </p>
      )}
      <p className="route-choice__others">
        {standsApart && (
          <Button variant="outline" disabled={order.isPending} onClick={() => confirm(route.categoryId)}>
            都不是，就归「{nameOf(route.categoryId)}」
          </Button>
        )}
        <Button variant="text" theme="primary" onClick={() => onChoose('rerouteLead')}>
          是别的类别
        </Button>
      </p>
    </Section>
  );
}

function CandidateWords({ candidate, name }: { candidate: RouteCandidate; name: string }) {
  const share = Math.round(candidate.probability * 100);
  return (
    <>
      <span className="route-choice__name">{name}</span>
      <span className="route-choice__share">
        <span className="route-choice__bar" aria-hidden="true">
          <span style={{ inlineSize: `${share}%` }} />
        </span>
        {sayShare(candidate.probability)}
      </span>
      <span className="route-choice__words">
        {candidate.words.length > 0
          ? `因为说到${candidate.words.map((word) => `「${word}」`).join('')}`
          : '按整段话看，有些像'}
      </span>
    </>
  );
}

import { Button } from 'tdesign-react/es/button';
import type { OfficerLeadView } from '@contract/lead-views';
import { useToast } from '../../../components/toast';
import { sentenceOf } from '../../../platform/refusal';
import { COMMAND_FORMS } from '../commands/command-forms';
import { useCommand } from '../commands/use-command';
import './place-question.css';

/** The places a lead can be about, each one tap away. Only while it is open, and for those who may settle it. */
export function PlaceQuestion({ lead }: { lead: OfficerLeadView }) {
  const say = useToast();
  const order = useCommand();
  const candidates = lead.route?.placeCandidates ?? [];
  if (candidates.length === 0 || !lead.allowed.includes('setPlace')) return null;
  const set = (placeId: string): void =>
    order.mutate(
      { command: 'setPlace', lead, values: { placeId } },
      { onSuccess: () => say(COMMAND_FORMS.setPlace.done) },
    );
  return (
    <section className="place-question" aria-labelledby="place-question">
      <h2 id="place-question">说的是哪里？</h2>
      <p className="quiet">群众写的地点定不下来，点一个就定，联络员跟着定。</p>
      <ul>
        {candidates.map(({ id, name, why }) => (
          <li key={id}>
            <Button
              block
              size="large"
              theme="primary"
              variant="outline"
              disabled={order.isPending}
              onClick={() => set(id)}
              tag="button"
            >
              {name}
            </Button>
            <span className="place-question__why">{why}</span>
          </li>
        ))}
      </ul>
      {order.error && (
        <p className="place-question__refusal" role="alert">
          {sentenceOf(order.error)}
        </p>
      )}
      <p className="quiet">都不是，就用下面的「选定地点」找。</p>
    </section>
  );
}

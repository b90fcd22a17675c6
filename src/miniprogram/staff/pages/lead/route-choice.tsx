import type { ReactNode } from 'react';
import type { Route } from '@contract/lead';
import type { OfficerLeadView } from '@contract/lead-views';
import { categoriesToOffer, sayShare } from '@shared/presenters';
import { Notice, Section } from '../../../components/parts';
import { api } from '../../../data/api';
import { useCommand } from '../../../data/use-command';
import { useLoad } from '../../../data/use-load';
import { Block, Box, Press } from '../../../platform/elements';
import { open } from '../../../platform/navigate';

interface RouteChoiceProps {
  lead: OfficerLeadView;
  route: Route;
  onChange: (lead: OfficerLeadView) => void;
  onStale: () => void;
}

const HOW = '规则没有把握。点一下就定，界别和专委会跟着类别走。';
const HOW_WITHOUT_ANY = '哪一类都不像，请您来选。界别和专委会跟着类别走。';

/** The likeliest categories, at most three, one tap each, where the rules were not sure. */
export function RouteChoice({ lead, route, onChange, onStale }: RouteChoiceProps): ReactNode {
  const directory = useLoad('directory', () => api.call('staff.getDirectory', {}));
  const confirming = useCommand('staff.confirmRoute', onChange, onStale);
  const names = directory.state.phase === 'ready' ? directory.state.data.categories : [];
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? '…';
  const confirm = (categoryId: string): void =>
    confirming.run({ leadId: lead.id, version: lead.version, categoryId });
  const offered = categoriesToOffer(route.candidates);
  const standsApart =
    offered.length > 0 && !offered.some(({ categoryId }) => categoryId === route.categoryId);
  return (
    <Section title="请定一下是哪一类">
      <Box className="note">{offered.length > 0 ? HOW : HOW_WITHOUT_ANY}</Box>
      <Box className="stack">
        {offered.map(({ categoryId, probability, words }) => (
          <Press
            key={categoryId}
            id={`confirm-${categoryId}`}
            className="choice"
            disabled={confirming.running}
            onPress={() => confirm(categoryId)}
          >
            <Block className="grow">
              <Block className="strong">{nameOf(categoryId)}</Block>
              <Block className="note">
                {words.length > 0
                  ? `因为说到${words.map((word) => `「${word}」`).join('')}`
                  : '按整段话看，有些像'}
              </Block>
            </Block>
            <Block className="note">{sayShare(probability)}</Block>
          </Press>
        ))}
        {standsApart ? (
          <Press
            id="confirm-standing"
            className="choice"
            disabled={confirming.running}
            onPress={() => confirm(route.categoryId)}
          >
            <Block className="grow">{`都不是，就归「${nameOf(route.categoryId)}」`}</Block>
          </Press>
        ) : null}
        {offered.length === 0 && lead.allowed.includes('rerouteLead') ? (
          <Press
            id="confirm-another"
            className="choice"
            onPress={() => open('staffCommand', { leadId: lead.id, command: 'rerouteLead' })}
          >
            <Block className="grow">是别的类别</Block>
          </Press>
        ) : null}
      </Box>
      {confirming.problem ? <Notice tone="stop">{confirming.problem}</Notice> : null}
    </Section>
  );
}

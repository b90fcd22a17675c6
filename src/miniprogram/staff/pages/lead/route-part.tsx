import { useState, type ReactNode } from 'react';
import { DOOR_LABELS, OUT_OF_SCOPE_KIND_LABELS, ROUTE_RULE_LABELS } from '@contract/labels-zh';
import type { Route } from '@contract/lead';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayPlaceMatch } from '@shared/presenters';
import { Notice, Section } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import { api } from '../../../data/api';
import { useLoad } from '../../../data/use-load';
import { Box, Press } from '../../../platform/elements';
import { open } from '../../../platform/navigate';

const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('');

/** Why the lead came where it is: the rule, the resident's own words, how the place was known. */
export function RoutePart({ lead, route }: { lead: OfficerLeadView; route: Route }): ReactNode {
  const place = lead.placeName || (route.placeCandidates ? '还没有定' : '没有说');
  const facts: [name: string, value: string][] = [
    ['类别', `${lead.categoryName || '没有分类'}（${ROUTE_RULE_LABELS[route.rule]}）`],
    ['凭这些词', quoted(route.words)],
    ['地点', `${place}（${sayPlaceMatch(route)}）`],
    ['对口界别', [lead.sectorName, lead.committeeName].filter(Boolean).join('，')],
    ['通常由谁办', route.names.units.join('、')],
  ];
  return (
    <Section title="为什么分到这里">
      {route.private ? <Notice tone="warn">不公开，只在县政协机关内办。</Notice> : null}
      {route.outOfScope && !lead.outOfScope ? <Elsewhere lead={lead} route={route} /> : null}
      <Box className="list list-first">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Box key={name} className="fact">
              <Box className="note">{name}</Box>
              <Box>{value}</Box>
            </Box>
          ))}
      </Box>
      {lead.audience === 'committee' ? <Reasons leadId={lead.id} /> : null}
    </Section>
  );
}

function Elsewhere({ lead, route: { outOfScope } }: { lead: OfficerLeadView; route: Route }): ReactNode {
  if (outOfScope === null) return null;
  const { kind, door, words } = outOfScope;
  const because = words.length > 0 ? `，因为说到${quoted(words)}` : '';
  return (
    <Notice tone={kind === 'emergency' ? 'stop' : 'warn'} title={`听起来像${OUT_OF_SCOPE_KIND_LABELS[kind]}`}>
      <Box>{`该去：${DOOR_LABELS[door]}${because}。由您判断。`}</Box>
      {lead.allowed.includes('markOutOfScope') ? (
        <Press
          className="text-link"
          onPress={() => open('staffCommand', { leadId: lead.id, command: 'markOutOfScope', door })}
        >
          告诉群众去那里
        </Press>
      ) : null}
    </Notice>
  );
}

/** All the reasons, asked for when somebody wants them. */
function Reasons({ leadId }: { leadId: string }): ReactNode {
  const [wanted, setWanted] = useState(false);
  const explained = useLoad(wanted ? leadId : null, () => api.call('staff.explainRoute', { leadId }));
  if (!wanted) {
    return (
      <Press id="why" className="text-link" onPress={() => setWanted(true)}>
        看当时的全部理由
      </Press>
    );
  }
  return (
    <Loaded state={explained.state} onRetry={explained.reload}>
      {({ then, since, differs, differences }) => (
        <Box className="stack">
          {then.reasons.map((reason) => (
            <Box key={reason}>{reason}</Box>
          ))}
          {since ? <Box>{since}</Box> : null}
          {differs ? <Notice title="现在的规则会分到别处">{differences.join('')}</Notice> : null}
        </Box>
      )}
    </Loaded>
  );
}

import { ROUTE_RULE_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import type { Route } from '@contract/lead';
import { sayPlaceMatch } from '@shared/presenters';
import { useDirectory } from '../../../platform/use-panel';
import { RouteReasons } from './route-reasons';
import { Section } from './section';

interface RoutePartProps {
  lead: OfficerLeadView;
  route: Route;
}

/** Why the lead came where it is: the rule, the resident's own words, how the place was known. */
export function RoutePart({ lead, route }: RoutePartProps) {
  const directory = useDirectory();
  const units = route.unitIds.map((id) => directory.data?.units.find((unit) => unit.id === id)?.name ?? id);
  const township = directory.data?.townships.find(({ id }) => id === route.townshipId)?.name;
  return (
    <Section title="为什么分到这里" aside={route.private ? '不公开，只在县政协机关内办' : undefined}>
      <dl className="pairs">
        <div>
          <dt>类别</dt>
          <dd>
            {lead.categoryName || '未分类'}
            <span className="quiet">（{ROUTE_RULE_LABELS[route.rule]}）</span>
          </dd>
        </div>
        {route.words.length > 0 && (
          <div>
            <dt>凭这些词</dt>
            <dd>{route.words.map((word) => `「${word}」`).join('')}</dd>
          </div>
        )}
        <div>
          <dt>地点</dt>
          <dd>
            {lead.placeName || township || (route.placeCandidates ? '待定' : '未定')}
            <span className="quiet">（{sayPlaceMatch(route)}）</span>
          </dd>
        </div>
        <div>
          <dt>对口界别</dt>
          <dd>{[lead.sectorName, lead.committeeName].filter(Boolean).join('，') || '未定'}</dd>
        </div>
        {units.length > 0 && (
          <div>
            <dt>通常由谁办</dt>
            <dd>{units.join('、')}</dd>
          </div>
        )}
      </dl>
      {lead.audience === 'committee' && <RouteReasons leadId={lead.id} version={lead.version} />}
    </Section>
  );
}

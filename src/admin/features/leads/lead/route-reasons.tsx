import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { RouteAccount } from '@contract/route-explanation';
import { Failure, Loading } from '../../../components/states';
import { usePanelCall } from '../../../platform/use-panel';
import './route.css';

/** Why the lead was placed so when it came in, and where today's rules would place it; asked for when opened. */
export function RouteReasons({ leadId, version }: { leadId: string; version: number }) {
  const [open, setOpen] = useState(false);
  const call = usePanelCall();
  const explanation = useQuery({
    queryKey: ['routeExplanation', leadId, version],
    queryFn: () => call('panel.explainRoute', { leadId }),
    enabled: open,
  });
  const { data } = explanation;
  return (
    <details className="route-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>当时为什么这样分，按现在的分工会分到哪里</summary>
      {explanation.isLoading && <Loading rows={4} label="正在重新判断" />}
      {explanation.error && !data && (
        <Failure error={explanation.error} onRetry={() => void explanation.refetch()} />
      )}
      {data && (
        <div className="route-why__body">
          <p
            className={data.differs ? 'route-why__verdict route-why__verdict--differs' : 'route-why__verdict'}
          >
            {data.differences.join('')}
          </p>
          <Account title="当时为什么这样分" account={data.then} />
          {data.since && <p className="route-why__since">{data.since}</p>}
          {data.differs && <Account title="按现在的分工会分到" account={data.today} />}
        </div>
      )}
    </details>
  );
}

function Account({ title, account: { names, reasons } }: { title: string; account: RouteAccount }) {
  const group = [names.sector, names.committee].filter(Boolean).join('，');
  const rest = [group, names.township, names.units.join('、')].filter(Boolean);
  return (
    <section className="route-why__account">
      <h3>{title}</h3>
      <p>
        <strong>{names.category || '未定'}</strong>
        {rest.length > 0 && <span className="quiet">（{rest.join('；')}）</span>}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}

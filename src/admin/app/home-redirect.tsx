import { Navigate } from 'react-router';
import { firstGroup, officeOf } from '@shared/offices';
import { queueAddress } from '../platform/queue-address';
import { useMe } from '../platform/use-panel';

/** Leaders start with the picture, everybody else with what waits for them. */
export function HomeRedirect() {
  const me = useMe();
  if (!me.data) return null;
  const onlyLeads = me.data.grants.length > 0 && me.data.grants.every(({ role }) => role === 'leader');
  const group = firstGroup(officeOf(me.data, undefined));
  return <Navigate to={onlyLeads ? '/overview' : queueAddress(group ? { group } : {})} replace />;
}

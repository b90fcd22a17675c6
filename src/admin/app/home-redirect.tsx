import { Navigate } from 'react-router';
import { useMe } from '../platform/use-panel';

/** Leaders start with the picture, everybody else with the work. */
export function HomeRedirect() {
  const me = useMe();
  if (!me.data) return null;
  const onlyLeads = me.data.grants.length > 0 && me.data.grants.every(({ role }) => role === 'leader');
  return <Navigate to={onlyLeads ? '/overview' : '/leads'} replace />;
}

import type { Statistics } from '@contract/statistics';
import { sayFullDay } from '@shared/dates';
import { share } from '@shared/report/share';
import { FigureLink, within } from './figure-link';

const SHOWN = 8;

/** Consultations counted apart from the problems they were about: one session may be about many, one problem may take several. */
export function SessionsPart({ sessions, traits, consultedResolved, period }: Statistics) {
  const problems = sessions.reduce((sum, session) => sum + session.problems, 0);
  return (
    <section className="course sheet" aria-labelledby="title-sessions">
      <h2 id="title-sessions">协商：场次和问题分开数</h2>
      <p className="course__figures">
        开了 <strong>{sessions.length}</strong> 场，议了 <strong>{problems}</strong> 件次。
        {period === null ? '' : '本期收到的线索里，'}协商过的有{' '}
        <FigureLink
          filter={{ trait: 'consulted', ...within(period) }}
          count={traits.consulted}
          label="协商过的线索"
        />{' '}
        条，其中解决{' '}
        <FigureLink
          filter={{ trait: 'consulted', measure: 'resolved', ...within(period) }}
          count={consultedResolved}
          label="协商过并且解决的线索"
        />{' '}
        条（{share(consultedResolved, traits.consulted)}，÷ {traits.consulted}）。
      </p>
      <p className="course__note">
        场次按开会的日子算，不论线索哪天收到；同一天、同一个地点算一场，不公开事项不列。一件事议过两场算两件次、一个问题。
      </p>
      {sessions.length > 0 && <Sessions sessions={sessions.slice(0, SHOWN)} total={sessions.length} />}
    </section>
  );
}

function Sessions({ sessions, total }: { sessions: Statistics['sessions']; total: number }) {
  return (
    <table className="plain-table">
      <caption className="only-read-aloud">最近的协商</caption>
      <thead>
        <tr>
          <th scope="col">哪天{total > sessions.length ? `（最近 ${sessions.length} 场）` : ''}</th>
          <th scope="col" className="plain-table__number">
            议了几件
          </th>
          <th scope="col" className="plain-table__number">
            现已解决
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, heldOn, problems, resolved }) => (
          <tr key={id}>
            <th scope="row">{sayFullDay(heldOn)}</th>
            <td className="plain-table__number">
              <FigureLink filter={{ session: id }} count={problems} label={`${heldOn} 议的`} />
            </td>
            <td className="plain-table__number">
              <FigureLink
                filter={{ session: id, measure: 'resolved' }}
                count={resolved}
                label={`${heldOn} 议的，现已解决`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useState, type ReactNode } from 'react';
import type { Notice } from '@contract/actions';
import { sayDay } from '@shared/dates';
import { newAmong } from '@shared/notices';
import { Button } from '../../components/button';
import { ListRow, Section } from '../../components/parts';
import { Words } from '../../components/words';
import { api } from '../../data/api';
import { now } from '../../data/now';
import { keepSeen, seenBefore } from '../../data/seen-notices';
import { useLoad } from '../../data/use-load';
import { Block, Box } from '../../platform/elements';
import { open } from '../../platform/navigate';

const RESIDENT = 'resident';

interface NewsRead {
  /** Not seen on this phone before the page was opened. */
  fresh: Notice[];
  earlier: Notice[];
}

/** What this resident was told, from now on seen; nothing until it is known. */
export function useNews(): NewsRead {
  const [before] = useState(() => seenBefore(RESIDENT));
  const { state } = useLoad('notices', async () => {
    const result = await api.call('resident.listNotices', {});
    if (result.ok) keepSeen(RESIDENT, result.data.items);
    return result;
  });
  if (state.phase !== 'ready') return { fresh: [], earlier: [] };
  const { items } = state.data;
  const unseen = new Set(newAmong(items, before));
  return {
    fresh: items.filter(({ id }) => unseen.has(id)),
    earlier: items.filter(({ id }) => !unseen.has(id)),
  };
}

/** So many are seen at once; the rest one tap further. */
const FIRST_NEWS = 3;

/** Messages under a heading; nothing where there are none. */
export function News({ id, title, items }: { id: string; title: string; items: Notice[] }): ReactNode {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Box className="list list-first">
        {items.slice(0, all ? items.length : FIRST_NEWS).map((notice) => (
          <NewsRow key={notice.id} notice={notice} />
        ))}
      </Box>
      {!all && items.length > FIRST_NEWS ? (
        <Button id={`${id}-all`} kind="plain" onPress={() => setAll(true)}>
          {`还有 ${items.length - FIRST_NEWS} 条，都看看`}
        </Button>
      ) : null}
    </Section>
  );
}

/** News of what somebody only joined in opens nothing: the page of that matter belongs to its submitter. */
function NewsRow({ notice }: { notice: Notice }): ReactNode {
  const words = (
    <>
      <Block className="clamp-two">
        <Words text={notice.text} />
      </Block>
      <Block className="note">
        <Words text={`${sayDay(notice.at, now())}，${notice.number}`} />
      </Block>
    </>
  );
  if (notice.joined) return <Box className="fact">{words}</Box>;
  return <ListRow onPress={() => open('lead', { leadId: notice.leadId })}>{words}</ListRow>;
}

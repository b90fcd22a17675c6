import { useState, type ReactNode } from 'react';
import { sayDay } from '@shared/dates';
import { ListRow, Section } from '../../components/parts';
import { Words } from '../../components/words';
import { receipts } from '../../data/receipts';
import { now } from '../../data/now';
import { Block, Box, Span } from '../../platform/elements';
import { open } from '../../platform/navigate';

/** What this phone itself remembers, shown where nobody can be asked: number and code are there without a signal. */
export function KeptHere(): ReactNode {
  const [kept] = useState(() => receipts.read().sort((a, b) => b.submittedAt.localeCompare(a.submittedAt)));
  if (kept.length === 0) return null;
  return (
    <Section title="这台手机记着的">
      <Box className="list list-first">
        {kept.map(({ leadId, number, said, submittedAt }) => (
          <ListRow key={leadId} id={`kept-${leadId}`} onPress={() => open('receipt', { leadId, again: '1' })}>
            <Block className="row-title clamp-two">{said ?? '看编号和查询码'}</Block>
            <Block className="row-foot">
              <Span className="note">
                <Words text={`${sayDay(submittedAt, now())}，${number}`} />
              </Span>
            </Block>
          </ListRow>
        ))}
      </Box>
    </Section>
  );
}

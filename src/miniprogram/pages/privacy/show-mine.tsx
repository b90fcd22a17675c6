import { useState, type ReactNode } from 'react';
import type { MyData, MyLeadData } from '@contract/personal-data';
import { sayFully } from '@shared/dates';
import { Button } from '../../components/button';
import { Section, StatusMark } from '../../components/parts';
import { Loaded } from '../../components/states';
import { useLoad } from '../../data/use-load';
import { Box, Heading } from '../../platform/elements';
import { saveText } from '../../platform/save-text';
import { askAllMine } from './all-mine';

/** What is kept about oneself, to be read and to be taken along. */
export function ShowMine({ onBack }: { onBack: () => void }): ReactNode {
  const mine = useLoad('mine', askAllMine);
  return (
    <Box className="stack-wide">
      <Heading level={1}>留了我什么</Heading>
      <Loaded state={mine.state} onRetry={mine.reload}>
        {(data) => <Mine data={data} />}
      </Loaded>
      <Button kind="quiet" onPress={onBack}>
        回到上一页
      </Button>
    </Box>
  );
}

function Mine({ data }: { data: MyData }): ReactNode {
  return (
    <Box className="stack-wide">
      <Box className="lead">
        一共 {data.leads.length} 件您说的事，附议 {data.cosigns.length} 件，消息 {data.notices.length} 条。
      </Box>
      <TakeAlong data={data} />
      {data.leads.length > 0 ? (
        <Section title="您说的事">
          <Box className="stack">
            {data.leads.map((one) => (
              <OneLead key={one.lead.id} one={one} />
            ))}
          </Box>
        </Section>
      ) : null}
      {data.cosigns.length > 0 ? (
        <Section title="您附议的事">
          {data.cosigns.map(({ number, at }) => (
            <Box key={number} className="fact">
              {number}，{sayFully(at)}
            </Box>
          ))}
        </Section>
      ) : null}
    </Box>
  );
}

function OneLead({ one: { lead, contact, person } }: { one: MyLeadData }): ReactNode {
  const readings = lead.contactReadings;
  return (
    <Box className="card stack">
      <Box className="row-spread">
        <StatusMark status={lead.status} />
        <Box className="note">{lead.number}</Box>
      </Box>
      <Box className="said">{lead.text}</Box>
      <Box className="note">{sayFully(lead.submittedAt)}</Box>
      <Box>
        您留的：{contact ? [contact.name, contact.phone].filter(Boolean).join('，') : '没有留姓名电话'}
      </Box>
      {person ? <Box>替谁说：{[person.name, person.phone].filter(Boolean).join('，')}</Box> : null}
      <Box>{readings.length === 0 ? '还没有人看过您的电话。' : `有人看过 ${readings.length} 次：`}</Box>
      {readings.map(({ at, office, reason }) => (
        <Box key={at} className="note">
          {sayFully(at)}，{office}：{reason}
        </Box>
      ))}
    </Box>
  );
}

/** The same as a file: for whoever wants to keep it or take it elsewhere. */
function TakeAlong({ data }: { data: MyData }): ReactNode {
  const [said, setSaid] = useState<string | null>(null);
  const take = (): void => {
    void saveText('我的信息.json', JSON.stringify(data, null, 2)).then(setSaid);
  };
  return (
    <Box className="stack">
      <Button id="take-along" kind="plain" onPress={take}>
        存一份带走
      </Button>
      {said ? <Box className="note">{said}</Box> : null}
    </Box>
  );
}

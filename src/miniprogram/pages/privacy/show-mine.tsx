import { useState, type ReactNode } from 'react';
import type { MyLeadData } from '@contract/personal-data';
import { sayFully } from '@shared/dates';
import { Button } from '../../components/button';
import { Fold } from '../../components/fold';
import { Notice, Section, StatusMark } from '../../components/parts';
import { Loaded } from '../../components/states';
import { now } from '../../data/now';
import { useLoad } from '../../data/use-load';
import { Box, Heading } from '../../platform/elements';
import { saveText } from '../../platform/save-text';
import type { TextToKeep } from '../../platform/save-text-types';
import { askAllMine, type AllMine } from './all-mine';
import { ownPaper } from './own-paper';
import { asPage, asPlainText } from './write-paper';

/** What is kept about oneself, to be read and to be taken along. */
export function ShowMine({ onBack }: { onBack: () => void }): ReactNode {
  const mine = useLoad('mine', askAllMine);
  return (
    <Box className="stack-wide">
      <Heading level={1}>留了我什么</Heading>
      <Loaded state={mine.state} onRetry={mine.reload}>
        {(all) => <Mine mine={all} />}
      </Loaded>
      <Button kind="quiet" onPress={onBack}>
        回到上一页
      </Button>
    </Box>
  );
}

function Mine({ mine }: { mine: AllMine }): ReactNode {
  const { data } = mine;
  return (
    <Box className="stack-wide">
      <Box className="lead">
        一共 {data.leads.length} 件您说的事，附议 {data.cosigns.length} 件，消息 {data.notices.length} 条。
      </Box>
      <TakeAlong id="take-along" label="存一份带走" file={() => forPeople(mine)} />
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
      <Fold title="给电脑程序用的">
        <Box className="quiet">内容一样，写成程序读的样子。自己看，存上面那一份就行。</Box>
        <TakeAlong id="take-data" label="存程序用的一份" file={() => forPrograms(mine)} />
      </Fold>
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

/** The same to be taken along: a page that people read, or the data for programs. */
function TakeAlong({ id, label, file }: { id: string; label: string; file: () => TextToKeep }): ReactNode {
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Box className="stack">
      <Button id={id} kind="plain" onPress={() => void saveText(file()).then(setSaid)}>
        {label}
      </Button>
      {said ? <Notice>{said}</Notice> : null}
    </Box>
  );
}

function forPeople({ data, terms }: AllMine): TextToKeep {
  const paper = ownPaper(data, terms, now());
  return { name: '我的信息.html', type: 'text/html', text: asPage(paper), pasted: asPlainText(paper) };
}

function forPrograms({ data }: AllMine): TextToKeep {
  const text = JSON.stringify(data, null, 2);
  return { name: '我的信息.json', type: 'application/json', text, pasted: text };
}

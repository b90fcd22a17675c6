import { useState, type ReactNode } from 'react';
import type { TrackedLeadView } from '@contract/lead-views';
import { RELATION_LABELS, STANDING_LABELS } from '@contract/labels-zh';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { Notice, Section } from '../../components/parts';
import { useCommand } from '../../data/use-command';
import { Box } from '../../platform/elements';

interface PersonQuestionProps {
  lead: TrackedLeadView;
  trackingCode: string;
  onAnswered: (lead: TrackedLeadView) => void;
}

/** To whoever holds number and code of a lead that somebody else filed: is it yours, and is it true? */
export function PersonQuestion({ lead, trackingCode, onAnswered }: PersonQuestionProps): ReactNode {
  const [denying, setDenying] = useState(false);
  const [words, setWords] = useState('');
  const command = useCommand('resident.answerForPerson', onAnswered);
  const { onBehalf } = lead;
  if (onBehalf === null || lead.status === 'withdrawn') return null;
  if (onBehalf.standing !== 'unconfirmed') {
    return (
      <Notice
        tone={onBehalf.standing === 'denied' ? 'warn' : undefined}
        title={STANDING_LABELS[onBehalf.standing]}
      >
        {onBehalf.standing === 'denied' ? '县政协会先和本人核实，核实之前不会往下办。' : '记下了，接着办。'}
      </Notice>
    );
  }
  const answer = (mine: boolean): void =>
    command.run({ number: lead.number, trackingCode, mine, ...(mine ? {} : { words }) });
  return (
    <Section title="这是别人替您说的吗？" id="person-question">
      <Box className="lead">
        有人替{RELATION_LABELS[onBehalf.relation]}说了这件事。说的要是您，请看看写的对不对，然后点一个。
      </Box>
      <Box className="card said">{lead.text}</Box>
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      {denying ? (
        <Box className="stack">
          <TextField
            id="deny-words"
            label="哪里不对？（可以不写）"
            short
            value={words}
            maxLength={200}
            onInput={setWords}
          />
          <Button
            id="deny"
            kind="serious"
            busy={command.running ? '正在告诉县政协…' : null}
            onPress={() => answer(false)}
          >
            告诉县政协：不是我的意思
          </Button>
          <Button kind="quiet" onPress={() => setDenying(false)}>
            再想想
          </Button>
        </Box>
      ) : (
        <Box className="stack">
          <Button id="confirm" busy={command.running ? '正在记下…' : null} onPress={() => answer(true)}>
            是我的事，写的都对
          </Button>
          <Button id="not-mine" kind="plain" onPress={() => setDenying(true)}>
            不是我的意思
          </Button>
        </Box>
      )}
    </Section>
  );
}

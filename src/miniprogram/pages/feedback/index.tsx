import { useState, type ReactNode } from 'react';
import { NOTE_MAX } from '@contract/limits';
import type { ResidentLeadView } from '@contract/lead-views';
import { Button } from '../../components/button';
import { Choices, TextField } from '../../components/fields';
import { Frame } from '../../components/frame';
import { Notice, Section } from '../../components/parts';
import { EmptyState, Loaded } from '../../components/states';
import { api } from '../../data/api';
import { useCommand } from '../../data/use-command';
import { useLoad } from '../../data/use-load';
import { Box } from '../../platform/elements';
import { goBack } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';
import { checkFeedback, STAR_WORDS, type FeedbackDraft } from './feedback-form';

const FIXED = [
  { value: 'yes', name: '解决了', text: '问题已经好了。' },
  { value: 'no', name: '还没有解决', text: '我们会重新办，不用您再报一遍。' },
] as const;

/** Best first, as people read it on paper forms. */
const STARS = STAR_WORDS.map((name, index) => ({ value: String(index + 1), name })).reverse();

function FeedbackPage(): ReactNode {
  const { leadId = '' } = useParams();
  const lead = useLoad(leadId, () => api.call('resident.getMyLead', { leadId }));
  return (
    <Frame title="解决了没有">
      <Loaded state={lead.state} onRetry={lead.reload}>
        {(data) =>
          data.allowed.includes('giveFeedback') ? (
            <FeedbackForm lead={data} onStale={lead.reload} />
          ) : (
            <EmptyState seal="谢" title="现在不用评价">
              <Button onPress={goBack}>返回</Button>
            </EmptyState>
          )
        }
      </Loaded>
    </Frame>
  );
}

function FeedbackForm({ lead, onStale }: { lead: ResidentLeadView; onStale: () => void }): ReactNode {
  const [draft, setDraft] = useState<FeedbackDraft>({ fixed: null, stars: null, words: '' });
  const [missing, setMissing] = useState<string | null>(null);
  const [thanked, setThanked] = useState(false);
  const command = useCommand('resident.giveFeedback', () => setThanked(true), onStale);
  const change = (part: Partial<FeedbackDraft>): void => {
    setMissing(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const send = (): void => {
    const checked = checkFeedback(draft);
    if (!checked.ok) return setMissing(checked.problem);
    command.run({ leadId: lead.id, version: lead.version, ...checked.input });
  };
  if (thanked) return <Thanks fixed={draft.fixed === true} />;
  const problem = missing ?? command.problem;
  return (
    <Box className="stack-wide">
      <Box>
        <Box className="note">您反映的事</Box>
        <Box className="lead said">{lead.text}</Box>
      </Box>
      <Section title="您看，解决了吗？">
        <Choices
          label="解决了吗"
          options={[...FIXED]}
          value={draft.fixed === null ? null : draft.fixed ? 'yes' : 'no'}
          onChoose={(value) => change({ fixed: value === 'yes' })}
        />
      </Section>
      <Section title="对办理满意吗？">
        <Choices
          idPrefix="star"
          label="满意程度"
          options={STARS}
          value={draft.stars === null ? null : String(draft.stars)}
          onChoose={(stars) => change({ stars: Number(stars) })}
        />
      </Section>
      <TextField
        id="words"
        label={draft.fixed === false ? '哪里还没好？' : '想说的话'}
        optional={draft.fixed !== false}
        short
        value={draft.words}
        maxLength={NOTE_MAX}
        onInput={(words) => change({ words })}
      />
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      <Button id="send-feedback" onPress={send} busy={command.running ? '正在提交…' : null}>
        提交
      </Button>
    </Box>
  );
}

function Thanks({ fixed }: { fixed: boolean }): ReactNode {
  return (
    <EmptyState seal="谢" title="收到了，谢谢您">
      <Box className="lead">
        {fixed ? '有您的话，这件事才算真的办完。' : '我们会重新办，进展还在这里告诉您。'}
      </Box>
      <Button onPress={goBack}>看看进度</Button>
    </EmptyState>
  );
}

export default FeedbackPage;

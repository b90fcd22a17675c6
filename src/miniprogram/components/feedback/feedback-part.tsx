import type { ReactNode } from 'react';
import { NOTE_MAX } from '@contract/limits';
import { FEEDBACK_REASON_LABELS, STAR_WORDS } from '@contract/labels-zh';
import type { TrackedLeadView } from '@contract/lead-views';
import type { HeldLead } from '../../data/use-lead-command';
import { Box, Press } from '../../platform/elements';
import { Button } from '../button';
import { Choices, TextField } from '../fields';
import { Fold } from '../fold';
import { NotifyMe } from '../notify-me';
import { Notice, Section } from '../parts';
import { PhotoPicker } from '../photo-picker';
import { EmptyState } from '../states';
import {
  afterNo,
  ASKS,
  askedOf,
  type Asked,
  FEEDBACK_PHOTOS_MAX,
  reasonsFor,
  saidAfter,
  THANKS_MAX,
  withReason,
  type FeedbackDraft,
} from './feedback-form';
import { useFeedback } from './use-feedback';

/** Best first, as people read it on paper forms. */
const STARS = STAR_WORDS.map((name, index) => ({ value: String(index + 1), name })).reverse();

type FeedbackFormProps<View extends TrackedLeadView> = Omit<HeldLead<View>, 'onChanged'> & {
  onDone: (fixed: boolean, lead: View) => void;
};

/** Is it fixed? One's own lead, or one held by number and tracking code. */
export function FeedbackForm<View extends TrackedLeadView>(props: FeedbackFormProps<View>): ReactNode {
  const { lead } = props;
  const { draft, photos, change, changePhotos, send, busy, problem } = useFeedback(props);
  const { fixed, stars } = draft;
  const asked = askedOf(lead);
  const ask = ASKS[asked];
  return (
    <Box className="stack-wide">
      <Box>
        <Box className="note">您反映的事</Box>
        <Box className="lead said">{lead.text}</Box>
      </Box>
      <Section title={ask.title}>
        <Choices
          label={ask.label}
          options={[
            { value: 'yes', ...ask.yes },
            { value: 'no', ...ask.no, text: afterNo(lead, asked) },
          ]}
          value={fixed === null ? null : fixed ? 'yes' : 'no'}
          onChoose={(value) => change({ fixed: value === 'yes' })}
        />
      </Section>
      <Section title="对办理满意吗？">
        <Choices
          idPrefix="star"
          label="满意程度"
          options={STARS}
          value={stars === null ? null : String(stars)}
          onChoose={(value) => change({ stars: Number(value) })}
        />
      </Section>
      {fixed === null ? null : <Why fixed={fixed} asked={asked} draft={draft} onChange={change} />}
      <Fold title="拍一张现在的样子">
        <PhotoPicker photos={photos} max={FEEDBACK_PHOTOS_MAX} problem={null} onChange={changePhotos} />
      </Fold>
      {fixed ? (
        <Fold title="想谢谢谁吗？">
          <TextField
            id="thanks"
            label="写给办事的人"
            hint="只给办事的部门和县政协看，不算分，不用写名字。"
            optional
            short
            value={draft.thanks}
            maxLength={THANKS_MAX}
            onInput={(thanks) => change({ thanks })}
          />
        </Fold>
      ) : null}
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      <Button id="send-feedback" onPress={send} busy={busy}>
        提交
      </Button>
    </Box>
  );
}

/** Reasons to tap, and room for words; where it is not fixed, one of the two is needed. */
function Why({
  fixed,
  asked,
  draft,
  onChange,
}: {
  fixed: boolean;
  asked: Asked;
  draft: FeedbackDraft;
  onChange: (draft: FeedbackDraft) => void;
}): ReactNode {
  const reasons = reasonsFor(fixed, asked);
  const good = asked === 'done' ? '说说哪里好、哪里不好' : '还想说什么？';
  return (
    <Section title={fixed ? good : ASKS[asked].why}>
      {reasons.length > 0 ? (
        <Box className="chips" role="group" label="原因，可以点几个">
          {reasons.map((reason) => {
            const isOn = draft.reasons.includes(reason);
            return (
              <Press
                key={reason}
                id={`reason-${reason}`}
                role="checkbox"
                checked={isOn}
                className={isOn ? 'chip chip-on' : 'chip'}
                onPress={() => onChange(withReason(draft, reason))}
              >
                {FEEDBACK_REASON_LABELS[reason]}
              </Press>
            );
          })}
        </Box>
      ) : null}
      <TextField
        id="words"
        label={fixed ? '想说的话' : reasons.length > 0 ? '写一句也行' : '写一句'}
        optional={fixed || reasons.length > 0}
        short
        value={draft.words}
        maxLength={NOTE_MAX}
        onInput={(words) => onChange({ ...draft, words })}
      />
    </Section>
  );
}

interface ThanksProps {
  fixed: boolean;
  /** The lead after the answer. */
  lead: TrackedLeadView;
  onBack: () => void;
  /** WeChat tells whose lead it is, nobody else. */
  isOwn: boolean;
}

/** What is said once the answer is in. */
export function FeedbackThanks({ fixed, lead, onBack, isOwn }: ThanksProps): ReactNode {
  return (
    <Box className="stack-wide">
      <EmptyState seal="谢" title="收到了，谢谢您">
        <Box className="lead">{saidAfter(fixed, lead)}</Box>
        <Button id="see-standing" onPress={onBack}>
          看看进度
        </Button>
      </EmptyState>
      {fixed || !isOwn ? null : <NotifyMe words="有结果时微信告诉我" />}
    </Box>
  );
}

import { useState, type ReactNode } from 'react';
import { filesOf, type Draft, type DraftFile } from '../data/draft';
import { nameOf } from '../data/send-photos';
import type { Outbox, Standing } from '../data/outbox';
import type { OutboxPhase } from '../data/outbox-phase';
import { Block, Box, Heading, Span } from '../platform/elements';
import { Button } from './button';

interface WaitingCardProps {
  outbox: Outbox;
  standing: Standing;
  /** How many go before it, and the one sign that tells its buttons from those of the others. */
  before: number;
  /** Opens the form to change it. */
  onChange: () => void;
}

/** What is on its way, what waits and what was put aside, said as it is, with what one can do about it. */
export function WaitingCard({ outbox, standing, before, onChange }: WaitingCardProps): ReactNode {
  const { draft, phase } = standing;
  const requestId = draft.requestId ?? '';
  const mark = before === 0 ? '' : `-${before + 1}`;
  const isSending = phase.name === 'sending';
  return (
    <Box className="card stack waiting-card" id={`waiting${mark}`}>
      <Box role="status">
        <Heading level={2}>{titleOf(standing)}</Heading>
        <Box className="quiet">{sayStanding(standing, before)}</Box>
      </Box>
      <Box className="said clamp-two">{draft.text || '（一段录音）'}</Box>
      <FileStates draft={draft} />
      {isSending ? null : (
        <Box className="stack">
          {draft.waiting && before === 0 ? (
            <Button id="send-now" onPress={() => outbox.wake()}>
              现在就发
            </Button>
          ) : null}
          <Button
            id={`take-back${mark}`}
            kind="plain"
            onPress={() => {
              outbox.takeUp(requestId);
              onChange();
            }}
          >
            {draft.waiting ? '改一改' : '接着写'}
          </Button>
          <Discard mark={mark} draft={draft} onDiscard={() => outbox.discard(requestId)} />
        </Box>
      )}
    </Box>
  );
}

function titleOf({ draft, phase }: Standing): string {
  if (phase.name === 'sending') return phase.words;
  return draft.waiting ? '还没有发出去' : phase.name === 'refused' ? '没有提交成功' : '还没有写完';
}

const KEPT = '您写的都存在这台手机里，不会丢。';

function sayStanding({ draft, phase }: Standing, before: number): string {
  if (phase.name === 'sending') return '请稍等，不用再点。';
  if (!draft.waiting) return sayPutAside(phase);
  const kept = `${KEPT}有信号时会自动发，只发一次。`;
  if (phase.name === 'stuck') return `有${phase.count}个文件没传上去，会自己再试。${kept}`;
  if (before > 0) return `前面还有${before}件，按先后一件一件发。${KEPT}`;
  return phase.name === 'waiting' ? `${phase.message}${kept}` : kept;
}

function sayPutAside(phase: OutboxPhase): string {
  if (phase.name === 'refused') return `${phase.message}${KEPT}`;
  if (phase.name === 'stuck') return `有${phase.gone}个文件不在这台手机里了，点「接着写」看看。`;
  return `${KEPT}写好了，再点提交。`;
}

function FileStates({ draft }: { draft: Draft }): ReactNode {
  const files = filesOf(draft);
  if (files.length === 0) return null;
  return (
    <Box role="list" className="file-states">
      {files.map((file, index) => (
        <Box key={file.key} role="listitem" className="row-spread">
          <Span>{`${index + 1}. ${nameOf(file)}`}</Span>
          <Block className={file.fileId ? 'strong' : 'quiet'}>{stateOf(file)}</Block>
        </Box>
      ))}
    </Box>
  );
}

const stateOf = ({ fileId, gone }: DraftFile): string =>
  fileId ? '传好了' : gone ? '不在手机里了' : '等着传';

interface DiscardProps {
  mark: string;
  draft: Draft;
  onDiscard: () => void;
}

/** Thrown away only after saying so twice. */
function Discard({ mark, draft, onDiscard }: DiscardProps): ReactNode {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button id={`discard${mark}`} kind="quiet" onPress={() => setAsked(true)}>
        不发了
      </Button>
    );
  return (
    <Box className="stack">
      <Box role="alert">
        {draft.unanswered.length > 0
          ? '之前发过一次，不知道到没到。到了的话，会出现在「我反映过的事」里，可以在那里撤回。真的不发了吗？'
          : '写的、拍的、录的都会从这台手机里删掉。真的不发了吗？'}
      </Box>
      <Button id={`confirm-discard${mark}`} kind="serious" onPress={onDiscard}>
        不发了，删掉
      </Button>
      <Button kind="quiet" onPress={() => setAsked(false)}>
        先留着
      </Button>
    </Box>
  );
}

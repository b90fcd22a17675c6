import { useState, type ReactNode } from 'react';
import { filesOf, type Draft, type DraftFile } from '../data/draft';
import { nameOf } from '../data/send-photos';
import type { Outbox, OutboxPhase, OutboxState } from '../data/outbox';
import { Block, Box, Heading, Span } from '../platform/elements';
import { Button } from './button';

interface WaitingCardProps {
  outbox: Outbox;
  state: OutboxState;
  /** Opens the form to change it. */
  onChange: () => void;
}

/** What is on its way and what waits, said as it is, with what one can do about it. */
export function WaitingCard({ outbox, state: { draft, phase }, onChange }: WaitingCardProps): ReactNode {
  const isSending = phase.name === 'sending';
  return (
    <Box className="card stack waiting-card" id="waiting">
      <Box role="status">
        <Heading level={2}>{isSending ? phase.words : '还没有发出去'}</Heading>
        <Box className="quiet">{sayPhase(phase)}</Box>
      </Box>
      <Box className="said clamp-two">{draft.text || '（一段录音）'}</Box>
      <FileStates draft={draft} />
      {isSending ? null : (
        <Box className="stack">
          <Button id="send-now" onPress={() => outbox.send()}>
            现在就发
          </Button>
          <Button
            id="take-back"
            kind="plain"
            onPress={() => {
              outbox.takeBack();
              onChange();
            }}
          >
            改一改
          </Button>
          <Discard outbox={outbox} draft={draft} />
        </Box>
      )}
    </Box>
  );
}

function sayPhase(phase: OutboxPhase): string {
  if (phase.name === 'sending') return '请稍等，不用再点。';
  const kept = '您写的都存在这台手机里，不会丢。有信号时会自动发，只发一次。';
  if (phase.name === 'stuck') return `有${phase.count}个文件没传上去，会自己再试。${kept}`;
  return phase.name === 'waiting' ? `${phase.message}${kept}` : kept;
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

/** Thrown away only after saying so twice. */
function Discard({ outbox, draft }: { outbox: Outbox; draft: Draft }): ReactNode {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button id="discard" kind="quiet" onPress={() => setAsked(true)}>
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
      <Button id="confirm-discard" kind="serious" onPress={() => outbox.discard()}>
        不发了，删掉
      </Button>
      <Button kind="quiet" onPress={() => setAsked(false)}>
        先留着
      </Button>
    </Box>
  );
}

import { useState, type ReactNode } from 'react';
import { TRANSCRIPT_MAX } from '@contract/limits';
import type { DraftVoice } from '../data/draft';
import { useAddress } from '../data/use-address';
import { useRecorder } from '../data/use-recorder';
import { Block, Box, Press, Span } from '../platform/elements';
import { host } from '../platform/host';
import type { Recorded } from '../platform/media-types';
import { Sound } from '../platform/players';
import { Button } from './button';
import { TextField } from './fields';
import { RecordingNow } from './recording-now';

interface VoicePartProps {
  voice: DraftVoice | null;
  onChange: (voice: DraftVoice | null) => void;
}

/** Speaking instead of typing: one tap begins, one more ends. The words may be written down, or left to who listens. */
export function VoicePart({ voice, onChange }: VoicePartProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  const recorder = useRecorder((picked) => {
    setProblem(picked.problem);
    const [file] = picked.files;
    if (file) onChange({ ...file, fileId: null, ...heardIn(picked) });
  }, setProblem);
  if (!host.media.canRecord && voice === null) return null;
  if (voice) return <Spoken voice={voice} onChange={onChange} />;
  if (recorder.isRunning) return <RecordingNow onStop={recorder.stop} onCancel={recorder.cancel} />;
  return (
    <Box>
      <Press id="record" className="button button-plain record" onPress={recorder.start}>
        <Block className="record-mark" />
        <Span>{recorder.isAsking ? '正在打开麦克风…' : '点一下，说给我们听'}</Span>
      </Press>
      {problem ? (
        <Box className="field-problem" role="alert">
          {problem}
        </Box>
      ) : null}
    </Box>
  );
}

const heardIn = ({ words = '' }: Recorded): Pick<DraftVoice, 'transcript' | 'unconfirmed'> =>
  words === '' ? { transcript: '' } : { transcript: words, unconfirmed: true };

function Spoken({
  voice,
  onChange,
}: {
  voice: DraftVoice;
  onChange: (voice: DraftVoice | null) => void;
}): ReactNode {
  const address = useAddress(voice.key);
  const name = `录音，${voice.seconds ?? 0}秒`;
  return (
    <Box className="card stack" id="voice">
      <Box className="row-spread">
        <Box className="strong">{name}</Box>
        <Press className="text-link" label="去掉录音" onPress={() => onChange(null)}>
          去掉
        </Press>
      </Box>
      {address ? <Sound src={address} label={name} /> : null}
      {voice.gone ? <Box className="field-problem">录音不在这台手机里了，请去掉，再录一次。</Box> : null}
      <Transcript voice={voice} onChange={onChange} />
      <Box className="note">录音听得出是谁，只给能知道您是谁的人听，不公开。</Box>
    </Box>
  );
}

/** The words of it: written by the resident, or heard by a machine and then said to be right, or put right. */
function Transcript({
  voice,
  onChange,
}: {
  voice: DraftVoice;
  onChange: (voice: DraftVoice) => void;
}): ReactNode {
  const { unconfirmed, ...sure } = voice;
  return (
    <>
      <TextField
        id="transcript"
        label={unconfirmed ? '手机听出来的话，对不对？' : '把说的话写成文字'}
        hint={unconfirmed ? '不对的地方，直接改。' : '可以不写。您不写，工作人员会听，听完写下来。'}
        short
        value={voice.transcript}
        maxLength={TRANSCRIPT_MAX}
        onInput={(transcript) => onChange({ ...sure, transcript })}
      />
      {unconfirmed ? (
        <Box className="stack">
          <Button id="words-are-right" kind="plain" onPress={() => onChange(sure)}>
            对，就是这样
          </Button>
          <Box className="note">没有点「对」、也没有改，就只发录音，工作人员会听。</Box>
        </Box>
      ) : null}
    </>
  );
}

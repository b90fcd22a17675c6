import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TRANSCRIPT_MAX, VOICE_SECONDS_MAX } from '@contract/limits';
import type { DraftVoice } from '../data/draft';
import { useAddress } from '../data/use-address';
import { Block, Box, Press, Span } from '../platform/elements';
import { host } from '../platform/host';
import type { Picked, Recording } from '../platform/media-types';
import { Sound } from '../platform/players';
import { Button } from './button';
import { TextField } from './fields';

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
    if (file) onChange({ ...file, fileId: null, transcript: '' });
  }, setProblem);
  if (!host.media.canRecord && voice === null) return null;
  if (voice) return <Recorded voice={voice} onChange={onChange} />;
  if (recorder.seconds !== null)
    return <Running seconds={recorder.seconds} onStop={recorder.stop} onCancel={recorder.cancel} />;
  return (
    <Box>
      <Press id="record" className="button button-plain record" onPress={recorder.start}>
        <Block className="record-mark" />
        <Span>点一下，说给我们听</Span>
      </Press>
      {problem ? (
        <Box className="field-problem" role="alert">
          {problem}
        </Box>
      ) : null}
    </Box>
  );
}

interface Recorder {
  /** null: nothing is being recorded. */
  seconds: number | null;
  start: () => void;
  stop: () => void;
  cancel: () => void;
}

function useRecorder(onDone: (picked: Picked) => void, onProblem: (problem: string) => void): Recorder {
  const [seconds, setSeconds] = useState<number | null>(null);
  const recording = useRef<Recording | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const isRunning = seconds !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const ticking = setInterval(() => setSeconds((before) => (before === null ? null : before + 1)), 1000);
    return () => clearInterval(ticking);
  }, [isRunning]);
  // Who leaves the page is not listened to any longer.
  useEffect(() => () => recording.current?.cancel(), []);

  const stop = (): void => {
    const ended = recording.current;
    if (ended === null) return;
    recording.current = null;
    setSeconds(null);
    void ended.stop().then((picked) => done.current(picked));
  };
  const start = (): void => {
    void host.media
      .record(() => stop())
      .then((begun) => {
        if ('problem' in begun) return onProblem(begun.problem);
        recording.current = begun;
        setSeconds(0);
      });
  };
  const cancel = (): void => {
    recording.current?.cancel();
    recording.current = null;
    setSeconds(null);
  };
  return { seconds, start, stop, cancel };
}

interface RunningProps {
  seconds: number;
  onStop: () => void;
  onCancel: () => void;
}

function Running({ seconds, onStop, onCancel }: RunningProps): ReactNode {
  return (
    <Box className="recording stack" role="group" label="正在录音">
      <Box className="row">
        <Block className="record-mark record-mark-on" />
        <Box className="strong" role="status">
          {`正在录，还能说${Math.max(0, VOICE_SECONDS_MAX - seconds)}秒`}
        </Box>
      </Box>
      <Button id="stop-recording" onPress={onStop}>
        说完了
      </Button>
      <Button kind="quiet" onPress={onCancel}>
        不要这段
      </Button>
    </Box>
  );
}

function Recorded({
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
      <TextField
        id="transcript"
        label="把说的话写成文字"
        hint="可以不写。您不写，工作人员会听，听完写下来。"
        short
        value={voice.transcript}
        maxLength={TRANSCRIPT_MAX}
        onInput={(transcript) => onChange({ ...voice, transcript })}
      />
    </Box>
  );
}

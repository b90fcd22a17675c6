import { useEffect, useRef, useState, type ReactNode } from 'react';
import { VOICE_SECONDS_MAX } from '@contract/limits';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { Notice } from '../../../components/parts';
import { RecordingNow } from '../../../components/recording-now';
import { listenWithoutWords } from '../../../data/listening';
import { outbox } from '../../../data/outbox-here';
import { Box, Heading } from '../../../platform/elements';
import { goBack } from '../../../platform/navigate';
import { findRecogniser, listen, type Listening } from '../../recognise';

type Phase = 'ready' | 'listening' | 'failed';

function ListenPage(): ReactNode {
  const [phase, setPhase] = useState<Phase>('ready');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<Listening | null>(null);
  // Who leaves the page is not listened to any longer.
  useEffect(() => () => running.current?.cancel(), []);

  const stop = async (): Promise<void> => {
    const ended = running.current;
    if (ended === null) return;
    running.current = null;
    const heard = await ended.stop();
    const [file] = heard.files;
    setPhase('ready');
    setProblem(heard.problem);
    if (!file) return;
    const isHeard = heard.words !== '';
    outbox().change({
      voice: {
        ...file,
        fileId: null,
        transcript: heard.words,
        ...(isHeard ? { unconfirmed: true as const } : {}),
      },
    });
    goBack();
  };
  const start = async (): Promise<void> => {
    setWords('');
    setProblem(null);
    const begun = await listen(findRecogniser(), setWords, () => void stop());
    running.current = begun;
    setPhase(begun === null ? 'failed' : 'listening');
  };
  const cancel = (): void => {
    running.current?.cancel();
    running.current = null;
    setPhase('ready');
  };
  return (
    <Frame title="说给我们听">
      <Box className="stack-wide">
        <Heading level={1}>您说，手机替您写</Heading>
        {phase === 'listening' ? (
          <>
            <RecordingNow onStop={() => void stop()} onCancel={cancel} />
            <Box className="said" role="status">
              {words}
            </Box>
          </>
        ) : null}
        {phase === 'ready' ? <Ready problem={problem} onStart={() => void start()} /> : null}
        {phase === 'failed' ? <Failed /> : null}
      </Box>
    </Frame>
  );
}

function Ready({ problem, onStart }: { problem: string | null; onStart: () => void }): ReactNode {
  return (
    <>
      <Box className="lead">{`最多说${VOICE_SECONDS_MAX}秒。说完您看一看，写得对不对。`}</Box>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      <Button id="start-listening" onPress={onStart}>
        点一下，开始说
      </Button>
    </>
  );
}

function Failed(): ReactNode {
  const back = (): void => {
    listenWithoutWords();
    goBack();
  };
  return (
    <Box className="stack">
      <Notice tone="warn" title="这会儿写不了">
        可以只录音，工作人员会听；也可以自己打字。
      </Notice>
      <Button id="back-to-form" onPress={back}>
        回去，只录音或打字
      </Button>
    </Box>
  );
}

export default ListenPage;

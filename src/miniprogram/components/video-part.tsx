import { useState, type ReactNode } from 'react';
import { VIDEO_SECONDS_MAX } from '@contract/limits';
import type { DraftFile } from '../data/draft';
import { useAddress } from '../data/use-address';
import { Box, Press } from '../platform/elements';
import { host } from '../platform/host';
import { Film } from '../platform/players';
import { Button } from './button';

interface VideoPartProps {
  video: DraftFile | null;
  onChange: (video: DraftFile | null) => void;
}

/** One short video beside the photos. */
export function VideoPart({ video, onChange }: VideoPartProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    setBusy(true);
    const { files, problem: said } = await host.media.chooseVideo();
    setBusy(false);
    setProblem(said);
    const [file] = files;
    if (file) onChange({ ...file, fileId: null });
  };
  if (video) return <Shown video={video} onRemove={() => onChange(null)} />;
  return (
    <Box>
      <Button id="add-video" kind="quiet" busy={busy ? '正在看这个录像…' : null} onPress={() => void add()}>
        {`加一段录像（${VIDEO_SECONDS_MAX}秒以内）`}
      </Button>
      {problem ? (
        <Box className="field-problem" role="alert">
          {problem}
        </Box>
      ) : null}
    </Box>
  );
}

function Shown({ video, onRemove }: { video: DraftFile; onRemove: () => void }): ReactNode {
  const address = useAddress(video.key);
  const name = video.seconds ? `录像，${video.seconds}秒` : '录像';
  return (
    <Box className="card stack" id="video">
      <Box className="row-spread">
        <Box className="strong">{name}</Box>
        <Press className="text-link" label="去掉录像" onPress={onRemove}>
          去掉
        </Press>
      </Box>
      {address ? <Film src={address} label={name} /> : null}
      {video.gone ? <Box className="field-problem">录像不在这台手机里了，请去掉，再选一次。</Box> : null}
      <Box className="note">录像里听得出是谁，只给能知道您是谁的人看，不公开。</Box>
    </Box>
  );
}

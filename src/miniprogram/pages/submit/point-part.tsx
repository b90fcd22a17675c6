import { useState, type ReactNode } from 'react';
import type { Point } from '@contract/lead';
import { roughly } from '@shared/points';
import { Button } from '../../components/button';
import { Box, Press } from '../../platform/elements';
import { host } from '../../platform/host';

interface PointPartProps {
  point: Point | null;
  onChange: (point: Point | null) => void;
}

/** The spot by the phone's own position: never asked for, kept to about ten metres, with what it is for. */
export function PointPart({ point, onChange }: PointPartProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!host.media.canLocate) return null;
  const locate = async (): Promise<void> => {
    setBusy(true);
    const found = await host.media.locate();
    setBusy(false);
    if ('problem' in found) return setProblem(found.problem);
    setProblem(null);
    onChange(roughly(found.point));
  };
  if (point)
    return (
      <Box className="row-spread" id="point">
        <Box className="quiet">记下了大概位置（差不多十米），只给办事的人找地方用，不公开。</Box>
        <Press className="text-link" label="去掉位置" onPress={() => onChange(null)}>
          去掉
        </Press>
      </Box>
    );
  return (
    <Box>
      <Button id="locate" kind="quiet" busy={busy ? '正在定位…' : null} onPress={() => void locate()}>
        人就在那儿？记下位置
      </Button>
      <Box className="note">可以不用。只给办事的人找地方用，不公开。</Box>
      {problem ? (
        <Box className="field-problem" role="alert">
          {problem}
        </Box>
      ) : null}
    </Box>
  );
}

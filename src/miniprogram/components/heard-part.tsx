import type { ReactNode } from 'react';
import type { LeadFields } from '@contract/lead-views';
import { sayPoint } from '@shared/points';
import { Box, Press } from '../platform/elements';
import { host } from '../platform/host';
import { Film, Sound } from '../platform/players';

type HeardProps = { lead: Partial<Pick<LeadFields, 'text' | 'voice' | 'videoUrls' | 'point'>> };

/** What was said, filmed and pinned beside the words and photos, as far as this reader may hear and see it. */
export function HeardPart({ lead: { text, voice, videoUrls = [], point } }: HeardProps): ReactNode {
  if (!voice && videoUrls.length === 0 && !point) return null;
  return (
    <Box className="stack">
      {voice ? <Voice voice={voice} text={text ?? ''} /> : null}
      {videoUrls.map((url, index) => (
        <Film key={url} src={url} label={`第${index + 1}段录像`} />
      ))}
      {point ? (
        <Press
          className="text-link"
          onPress={() => host.showOnMap(point)}
          label={`在地图上看：${sayPoint(point)}`}
        >
          {`位置：${sayPoint(point)}，在地图上看`}
        </Press>
      ) : null}
    </Box>
  );
}

function Voice({
  voice: { url, seconds, transcript },
  text,
}: {
  voice: NonNullable<LeadFields['voice']>;
  text: string;
}): ReactNode {
  const name = `录音，${seconds}秒`;
  return (
    <Box className="stack">
      <Box className="strong">{name}</Box>
      {url ? <Sound src={url} label={name} /> : <Box className="note">录音只给能知道是谁说的人听。</Box>}
      {transcript === null ? (
        <Box className="note">还没有写成文字。</Box>
      ) : (
        <Box>
          {transcript.text === text ? null : <Box className="said">{transcript.text}</Box>}
          <Box className="note">{sayWho(transcript.by)}</Box>
        </Box>
      )}
    </Box>
  );
}

const sayWho = (by: NonNullable<NonNullable<LeadFields['voice']>['transcript']>['by']): string =>
  by.kind === 'resident' ? '文字是群众自己写的。' : `文字由${by.name}听录音写下。`;

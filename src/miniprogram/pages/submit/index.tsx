import { useState, type ReactNode } from 'react';
import { TEXT_MAX, PHOTOS_MAX, PHOTO_BYTES_MAX } from '@contract/limits';
import { Button } from '../../components/button';
import { LineField, TextField } from '../../components/fields';
import { Fold } from '../../components/fold';
import { Frame } from '../../components/frame';
import { PhotoPicker } from '../../components/photo-picker';
import { PlacePicker } from '../../components/place-picker';
import { api } from '../../data/api';
import { arrivalScene } from '../../data/arrival';
import type { Draft } from '../../data/draft';
import { useLoad } from '../../data/use-load';
import { Box } from '../../platform/elements';
import { useParams } from '../../platform/use-params';
import { AnonymityChoice } from './anonymity-choice';
import { Elsewhere } from './elsewhere';
import { EarlierLeads } from './earlier-leads';
import { PhaseNotice } from './phase-notice';
import { PlacePart } from './place-field';
import { useEarlierLeads } from './use-earlier-leads';
import { useDraftReading } from './use-draft-reading';
import { useSubmission } from './use-submission';

const LIMITS = { textMax: TEXT_MAX, photosMax: PHOTOS_MAX };

function SubmitPage(): ReactNode {
  const scene = arrivalScene(useParams());
  const intake = useLoad('intake', () => api.call('resident.getIntake', scene ? { scene } : {}));
  const fromCode = intake.state.phase === 'ready' ? intake.state.data : null;
  const { draft, phase, change, send, sendWithoutStuck } = useSubmission(LIMITS, scene);
  const reading = useDraftReading(draft);
  const earlier = useEarlierLeads(draft);
  const [picking, setPicking] = useState(false);
  const problems = phase.name === 'problems' ? phase.problems : {};
  const sendButton = (
    <Button id="send" onPress={send} busy={phase.name === 'sending' ? phase.words : null}>
      {phase.name === 'unsent' ? '再发一次' : '提交'}
    </Button>
  );

  return (
    <Frame title="说说您遇到的问题" dock={sendButton}>
      <Box className="stack-wide">
        <PhaseNotice phase={phase} onWithoutStuck={sendWithoutStuck} onAgain={send} />
        <TextField
          id="text"
          label="遇到了什么问题？"
          hint="在哪里、多久了、影响了谁，知道多少写多少。"
          placeholder="例如：村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。"
          value={draft.text}
          maxLength={TEXT_MAX}
          problem={problems.text}
          onInput={(text) => change({ text })}
        />
        <Elsewhere elsewhere={reading?.elsewhere ?? null} />
        <PlacePart
          draft={draft}
          fromCode={fromCode}
          guess={reading}
          onChange={change}
          onPick={() => setPicking(true)}
        />
        <EarlierLeads items={earlier} />
        <PhotoPicker
          photos={draft.photos}
          max={PHOTOS_MAX}
          bytesMax={PHOTO_BYTES_MAX}
          problem={problems.photos ?? null}
          onChange={(photos) => change({ photos })}
        />
        <ContactPart draft={draft} phoneProblem={problems.phone ?? null} onChange={change} />
      </Box>
      {picking ? (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPick={(place) => {
            change({ place });
            setPicking(false);
          }}
        />
      ) : null}
    </Frame>
  );
}

interface ContactPartProps {
  draft: Draft;
  phoneProblem: string | null;
  onChange: (part: Partial<Draft>) => void;
}

function ContactPart({ draft, phoneProblem, onChange }: ContactPartProps): ReactNode {
  return (
    <Fold title="怎么找您，谁能看到您" open={phoneProblem !== null}>
      <Box className="note">不留姓名和电话也照样办。</Box>
      <LineField
        id="name"
        label="怎么称呼您"
        optional
        value={draft.name}
        maxLength={20}
        onInput={(name) => onChange({ name })}
      />
      <LineField
        id="phone"
        label="电话"
        optional
        kind="phone"
        value={draft.phone}
        maxLength={20}
        problem={phoneProblem}
        onInput={(phone) => onChange({ phone })}
      />
      <AnonymityChoice value={draft.anonymity} onChoose={(anonymity) => onChange({ anonymity })} />
    </Fold>
  );
}

export default SubmitPage;

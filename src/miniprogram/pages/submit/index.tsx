import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TEXT_MAX, PHOTOS_MAX } from '@contract/limits';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { Fold } from '../../components/fold';
import { Frame } from '../../components/frame';
import { Notice } from '../../components/parts';
import { PhotoPicker } from '../../components/photo-picker';
import { PlacePicker } from '../../components/place-picker';
import { VideoPart } from '../../components/video-part';
import { VoicePart } from '../../components/voice-part';
import { Gone } from '../../components/waiting-here';
import { inLine, WaitingCards } from '../../components/waiting-cards';
import { arrivalScene } from '../../data/arrival';
import { filesOf, type Draft } from '../../data/draft';
import { askIntake } from '../../data/intake';
import type { Outbox, OutboxState } from '../../data/outbox';
import { useOutbox } from '../../data/outbox-here';
import { usePreferences } from '../../data/preferences';
import { useLoad } from '../../data/use-load';
import { Box, Press } from '../../platform/elements';
import { host } from '../../platform/host';
import { fetchPagesAhead, open, replaceWith, scrollToTop } from '../../platform/navigate';
import { showFirst } from '../../platform/show-first';
import { useParams } from '../../platform/use-params';
import { ContactPart } from './contact-part';
import { Elsewhere } from './elsewhere';
import { EarlierLeads } from './earlier-leads';
import { PhaseNotice } from './phase-notice';
import { AskedPlace, ExactSpot, PlaceField } from './place-field';
import { useEarlierLeads } from './use-earlier-leads';
import { useDraftReading } from './use-draft-reading';

/** What follows the form: the receipt may have to be shown without a signal. */
const NEXT = ['receipt', 'home', 'mine'] as const;

function SubmitPage(): ReactNode {
  const scene = arrivalScene(useParams());
  const { outbox, state } = useOutbox();
  const { draft, phase } = state;
  useEffect(() => {
    if (scene !== null && draft.scene !== scene && !draft.waiting) outbox.change({ scene });
  }, [scene, draft.scene, draft.waiting, outbox]);
  useEffect(() => fetchPagesAhead(NEXT), []);
  const phaseBefore = useRef(phase);
  useEffect(() => {
    if (phase === phaseBefore.current) return;
    phaseBefore.current = phase;
    // The receipt is settled by the page that shows it: until then it counts as not seen.
    if (phase.name === 'sent') replaceWith('receipt', { leadId: phase.receipt.leadId });
    else if (phase.name === 'problems') showFirst('.field-problem');
    else if (phase.name !== 'idle' && phase.name !== 'sending') scrollToTop();
  }, [phase]);
  // A few words are gone in a moment; only what takes longer is shown on its way.
  const isWaiting = draft.waiting && (phase.name !== 'sending' || filesOf(draft).length > 0);
  const sendButton = (
    <Button id="send" onPress={() => outbox.send()} busy={phase.name === 'sending' ? phase.words : null}>
      提交
    </Button>
  );
  return (
    <Frame title="说说您遇到的问题" dock={isWaiting ? <Another outbox={outbox} /> : sendButton}>
      {isWaiting ? (
        <Box className="stack-wide">
          <WaitingCards outbox={outbox} state={state} onChange={scrollToTop} />
        </Box>
      ) : (
        <Form outbox={outbox} state={state} scene={scene} />
      )}
    </Frame>
  );
}

/** Something else to say while the first still waits: nobody should have to stand and wait for a signal. */
function Another({ outbox }: { outbox: Outbox }): ReactNode {
  const begin = (): void => {
    outbox.another();
    scrollToTop();
  };
  return (
    <Button id="another" kind="plain" onPress={begin}>
      再说一件
    </Button>
  );
}

interface FormProps {
  outbox: Outbox;
  state: OutboxState;
  scene: string | null;
}

function Form({ outbox, state, scene }: FormProps): ReactNode {
  const { draft, phase } = state;
  const intake = useLoad('intake', () => askIntake(scene));
  const fromCode = intake.state.phase === 'ready' ? intake.state.data : null;
  const reading = useDraftReading(draft);
  const earlier = useEarlierLeads(draft);
  const [picking, setPicking] = useState(false);
  const elsewhere = reading?.elsewhere ?? null;
  const inDanger = elsewhere?.kind === 'emergency';
  // Who is in danger should not have to look for the number to call.
  useEffect(() => {
    if (inDanger) scrollToTop();
  }, [inDanger]);
  const problems = phase.name === 'problems' ? phase.problems : {};
  const change: Outbox['change'] = (part) => outbox.change(part);
  const choose = (place: Draft['place']): void => {
    change({ place });
    setPicking(false);
  };
  return (
    <Box className="stack-wide">
      {phase.name === 'sent' ? (
        <Gone
          receipt={phase.receipt}
          onLook={() => replaceWith('receipt', { leadId: phase.receipt.leadId })}
        />
      ) : null}
      {inDanger ? <Elsewhere elsewhere={elsewhere} /> : null}
      <PhaseNotice phase={phase} onWithoutStuck={() => outbox.sendWithoutStuck()} />
      <KeptNotice state={state} />
      <StillWaiting state={state} />
      <Box className="stack">
        <PlaceField draft={draft} fromCode={fromCode} onPick={() => setPicking(true)} />
        <Telling draft={draft} problem={problems.text} onChange={change}>
          <AskedPlace draft={draft} fromCode={fromCode} guess={reading} onChange={change} />
        </Telling>
      </Box>
      {inDanger ? null : <Elsewhere elsewhere={elsewhere} />}
      <EarlierLeads items={earlier} />
      <PhotoPicker
        photos={draft.photos}
        max={PHOTOS_MAX}
        problem={problems.photos ?? null}
        onChange={(photos) => change({ photos })}
      />
      <Fold bare title="具体在哪儿，加录像" open={hasMore(draft)}>
        <VideoPart video={draft.video} onChange={(video) => change({ video })} />
        <ExactSpot draft={draft} onChange={change} />
      </Fold>
      <ContactPart draft={draft} problems={problems} onChange={change} />
      {picking ? (
        <PlacePicker
          onNone={draft.place === null ? null : () => choose(null)}
          onClose={() => setPicking(false)}
          onPick={choose}
        />
      ) : null}
    </Box>
  );
}

interface TellingProps {
  draft: Draft;
  problem: string | undefined;
  onChange: Outbox['change'];
  /** What the words raise, right below them. */
  children: ReactNode;
}

/** The matter itself: typed or spoken. Who needs large letters would rather speak than type. */
function Telling({ draft, problem, onChange, children }: TellingProps): ReactNode {
  const { care } = usePreferences();
  const ways = [
    <Box key="typing">
      <TextField
        id="text"
        label="遇到了什么问题？"
        // Whoever writes has read it; the room goes to the question that the words raise.
        hint={draft.text === '' ? '在哪里、多久了、影响了谁。' : undefined}
        placeholder="例如：村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。"
        value={draft.text}
        maxLength={TEXT_MAX}
        problem={problem}
        onInput={(text) => onChange({ text })}
      />
      {children}
    </Box>,
    <VoicePart key="speaking" voice={draft.voice} onChange={(voice) => onChange({ voice })} />,
  ];
  return care ? [...ways].reverse() : ways;
}

/** Whether anything was already given that is not asked for first. */
const hasMore = ({ video, point, placeNote }: Draft): boolean =>
  video !== null || point !== null || placeNote !== '';

/** Above the form: that what was written before is not forgotten, and where it is. */
function StillWaiting({ state }: { state: OutboxState }): ReactNode {
  const waiting = inLine(state).length;
  if (waiting === 0) return null;
  return (
    <Box className="card row-spread still-waiting" id="still-waiting">
      <Box className="grow" role="status">{`还有${waiting}件等着发，会自己发出去。`}</Box>
      <Press className="text-link" onPress={() => open('mine')}>
        去看看
      </Press>
    </Box>
  );
}

/** Said where the phone keeps nothing: then closing the page is losing it. */
function KeptNotice({ state: { draft, isKept } }: { state: OutboxState }): ReactNode {
  const filesLast = filesOf(draft).length === 0 || host.media.isLasting();
  if (isKept && filesLast) return null;
  return (
    <Notice tone="warn" title={isKept ? '照片和录音存不住' : '这台手机存不住草稿'}>
      可能是浏览器不让存，也可能是手机存满了。照样能提交，写好请马上提交，别关掉这个页面。
    </Notice>
  );
}

export default SubmitPage;

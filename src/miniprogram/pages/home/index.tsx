import { useEffect, type ReactNode } from 'react';
import type { OutputOf } from '@contract/actions';
import { Button } from '../../components/button';
import { Emergency } from '../../components/emergency';
import { Figures } from '../../components/figures';
import { Fold } from '../../components/fold';
import { Frame } from '../../components/frame';
import { ListRow, Notice, OutcomeMark, Section } from '../../components/parts';
import { Loaded } from '../../components/states';
import { CareSwitch } from '../../components/text-size';
import { WaitingHere } from '../../components/waiting-here';
import { WaysToMine } from '../../components/ways-to-mine';
import { api } from '../../data/api';
import { arrivalScene } from '../../data/arrival';
import { hasContent } from '../../data/draft';
import { askIntake } from '../../data/intake';
import { useOutbox } from '../../data/outbox-here';
import { useLoad } from '../../data/use-load';
import { Block, Box, Heading, Press, Span } from '../../platform/elements';
import { fetchPagesAhead, open } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';
import { WaitingForMe } from './waiting-for-me';

/** What one opens from here, most urgent first. */
const NEXT = ['submit', 'receipt', 'mine', 'lead', 'track'] as const;

type Home = OutputOf<'resident.getHome'>;

function HomePage(): ReactNode {
  const scene = arrivalScene(useParams());
  const home = useLoad<Home>('home', () => api.call('resident.getHome', {}));
  const { outbox, state } = useOutbox();
  const { draft } = state;
  const isSettled = home.state.phase === 'ready' || home.state.phase === 'error';
  useEffect(() => {
    if (isSettled) fetchPagesAhead(NEXT);
  }, [isSettled]);
  const hasDraft = !draft.waiting && hasContent(draft);
  const tell = (): void => {
    if (draft.waiting) outbox.another();
    open('submit');
  };
  return (
    <Frame>
      <Box className="stack-wide">
        <Masthead county={home.state.phase === 'ready' ? home.state.data.countyName : null} />
        <Box className="stack">
          <Heading level={1}>{'身边的难事，\n说给我们听。'}</Heading>
          <Box className="lead care-hides">
            每一件都有人看、有人管，办到哪一步都告诉您。办不了的，也说清楚为什么、该找谁。
          </Box>
          <WaitingHere />
          <WaitingForMe />
          {scene ? <ArrivalPlace scene={scene} /> : null}
          <Press id="go-submit" className="button button-primary hero-button" onPress={tell}>
            <Block>{hasDraft ? '接着写' : draft.waiting ? '再说一件' : '说说您遇到的问题'}</Block>
            <Block className="hero-small care-hides">写几句话就行，不用注册</Block>
          </Press>
          <WaysToMine />
        </Box>
        <Section title="急事、险情，先打电话">
          <Emergency />
        </Section>
        <Fold title="大家反映的事">
          <Loaded state={home.state} onRetry={home.reload}>
            {(data) => <PublicResults home={data} />}
          </Loaded>
        </Fold>
      </Box>
    </Frame>
  );
}

function Masthead({ county }: { county: string | null }): ReactNode {
  return (
    <Box>
      <Box className="row-spread masthead">
        <Box className="row">
          <Box className="seal masthead-seal" label="直通">
            {'直\n通'}
          </Box>
          <Box className="masthead-name">{county ? `${county}政协` : '县政协'}</Box>
        </Box>
        <CareSwitch />
      </Box>
      <Box className="double-rule" />
    </Box>
  );
}

function ArrivalPlace({ scene }: { scene: string }): ReactNode {
  const intake = useLoad(scene, () => askIntake(scene));
  if (intake.state.phase !== 'ready') return null;
  const { place, codeProblem } = intake.state.data;
  if (codeProblem) return <Notice tone="warn">{codeProblem}</Notice>;
  return place ? (
    <Notice>
      您扫的是 <Span className="strong">{place.name}</Span> 的码，地点已经替您填好。
    </Notice>
  ) : null;
}

function PublicResults({ home }: { home: Home }): ReactNode {
  const { figures, published } = home;
  return (
    <Box className="stack">
      <Figures figures={figures} />
      <Box className="note">采纳：县政协研究后，向县里和部门反映。解决：问题已经办好。</Box>
      {published.length > 0 ? (
        <Box className="list">
          {published.slice(0, 3).map((lead) => (
            <ListRow key={lead.id} onPress={() => open('published', { id: lead.id })}>
              <Block className="row-title">{lead.title}</Block>
              <Block className="row-foot">
                <OutcomeMark lead={lead} />
                <Span className="note">{lead.placeName}</Span>
              </Block>
            </ListRow>
          ))}
        </Box>
      ) : null}
      <Button id="go-published" kind="plain" onPress={() => open('published')}>
        看看大家的、找一找
      </Button>
      <Box className="list">
        <ListRow id="go-place" onPress={() => open('place')}>
          <Block className="row-title">我这里的委员和联络站</Block>
        </ListRow>
      </Box>
    </Box>
  );
}

export default HomePage;

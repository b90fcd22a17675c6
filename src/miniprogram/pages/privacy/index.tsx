import { useState, type ReactNode } from 'react';
import { Button } from '../../components/button';
import { Frame } from '../../components/frame';
import { Section } from '../../components/parts';
import { Loaded } from '../../components/states';
import { api } from '../../data/api';
import { useLoad } from '../../data/use-load';
import { Box, Heading } from '../../platform/elements';
import { EraseMine } from './erase-mine';
import { ShowMine } from './show-mine';
import { WHAT_IS_KEPT } from './what-is-kept';

type Shown = 'terms' | 'mine' | 'erase';

function PrivacyPage(): ReactNode {
  const [shown, setShown] = useState<Shown>('terms');
  return (
    <Frame title="我的信息和隐私">
      <Box className="stack-wide">
        {shown === 'terms' ? <Terms onShow={setShown} /> : null}
        {shown === 'mine' ? <ShowMine onBack={() => setShown('terms')} /> : null}
        {shown === 'erase' ? <EraseMine onBack={() => setShown('terms')} /> : null}
      </Box>
    </Frame>
  );
}

function Terms({ onShow }: { onShow: (shown: Shown) => void }): ReactNode {
  return (
    <>
      <Box className="stack">
        <Heading level={1}>您的信息，我们怎么用</Heading>
        <Box className="lead">只用来办您说的事。不卖、不给别人、不做广告。不留姓名电话，也照样办。</Box>
      </Box>
      <Box className="stack">
        <Button id="show-mine" onPress={() => onShow('mine')}>
          看看留了我什么
        </Button>
        <Button id="erase-mine" kind="plain" onPress={() => onShow('erase')}>
          删掉我的信息
        </Button>
      </Box>
      <Section title="留什么、为什么、谁看得到、留多久">
        <KeptFields />
      </Section>
      <Section title="没满 14 岁">
        <Box className="lead">
          请让爸爸妈妈或监护人来说：提交时点「我替别人说」，选「未满 14
          岁的孩子」。孩子的电话我们不留，监护人同意才留称呼。
        </Box>
      </Section>
      <Section title="有疑问">
        <Box className="lead">可以找县政协办公室。要投诉，也可以打 12345。</Box>
      </Section>
    </>
  );
}

/** The terms are the county's own: what it decided is what stands here. */
function KeptFields(): ReactNode {
  const terms = useLoad('retention', () => api.call('resident.getRetention', {}));
  return (
    <Box className="stack">
      {WHAT_IS_KEPT.map(({ field, why, who, long }) => (
        <Box key={field} className="card stack">
          <Heading level={3}>{field}</Heading>
          <Line label="为什么" text={why} />
          <Line label="谁看得到" text={who} />
          {terms.state.phase === 'ready' ? <Line label="留多久" text={long(terms.state.data)} /> : null}
        </Box>
      ))}
      {terms.state.phase === 'ready' ? null : (
        <Loaded state={terms.state} onRetry={terms.reload}>
          {() => null}
        </Loaded>
      )}
    </Box>
  );
}

function Line({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <Box>
      <Box className="note">{label}</Box>
      <Box className="said">{text}</Box>
    </Box>
  );
}

export default PrivacyPage;

import { useState, type ReactNode } from 'react';
import type { ErasurePlan, ErasureReceipt, UnderWay } from '@contract/personal-data';
import { sayFully } from '@shared/dates';
import { Button } from '../../components/button';
import { Choices } from '../../components/fields';
import { Notice, Section } from '../../components/parts';
import { Loaded } from '../../components/states';
import { api } from '../../data/api';
import { forgetHere, whatIsHere } from '../../data/forget-here';
import { useLoad } from '../../data/use-load';
import { Box, Heading } from '../../platform/elements';
import { useErasure } from './use-erasure';

const UNDER_WAY: { value: UnderWay; name: string; text: string }[] = [
  {
    value: 'keep',
    name: '事接着办，只删我的信息',
    text: '姓名、电话、照片、录音现在就删。写的话留着办事用，谁也对不上是您。',
  },
  {
    value: 'withdraw',
    name: '事也不办了，一起删',
    text: '还没有采纳的，撤回并删掉。已经在办的，照上面那样只删您的信息。',
  },
];

/** Erasing everything of one's own: what would go, one question, one more tap, a slip. */
export function EraseMine({ onBack }: { onBack: () => void }): ReactNode {
  const plan = useLoad('plan', () => api.call('resident.checkErasure', {}));
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  return (
    <Box className="stack-wide">
      <Heading level={1}>{receipt ? '删好了' : '删掉我的信息'}</Heading>
      {receipt ? (
        <Slip receipt={receipt} />
      ) : (
        <Loaded state={plan.state} onRetry={plan.reload}>
          {(data) =>
            data.leads + data.cosigns + data.notices === 0 ? (
              <Nothing />
            ) : (
              <Question plan={data} onDone={setReceipt} />
            )
          }
        </Loaded>
      )}
      <Box className="quiet">用别的手机或别的微信说的，请用那一个来删，或者拿着编号找县政协办公室。</Box>
      <Button kind="quiet" onPress={onBack}>
        回到上一页
      </Button>
    </Box>
  );
}

/** Nothing in the cloud is not nothing at all: what was written or kept here lies on this phone. */
function Nothing(): ReactNode {
  const [here, setHere] = useState(whatIsHere);
  const [isGone, setGone] = useState(false);
  const forget = (): void => {
    forgetHere();
    setHere([]);
    setGone(true);
  };
  return (
    <Box className="stack">
      <Box className="lead">从这里发出来的事，没有一件留着您的信息。</Box>
      {here.length > 0 ? (
        <Box className="card stack">
          <Box>这台手机里还有：{here.join('、')}。</Box>
          <Button id="forget-here" kind="serious" onPress={forget}>
            都删掉
          </Button>
        </Box>
      ) : null}
      {isGone ? <Notice>这台手机里的也删掉了。</Notice> : null}
    </Box>
  );
}

function Question({
  plan,
  onDone,
}: {
  plan: ErasurePlan;
  onDone: (receipt: ErasureReceipt) => void;
}): ReactNode {
  const [underWay, setUnderWay] = useState<UnderWay>('keep');
  const [sure, setSure] = useState(false);
  const erasure = useErasure(onDone);
  return (
    <Box className="stack-wide">
      <WhatGoes plan={plan} />
      {plan.underWay.length > 0 ? (
        <Section title={`还有 ${plan.underWay.length} 件没办完，怎么办？`}>
          {plan.underWay.map(({ number, excerpt }) => (
            <Box key={number} className="note">
              {number} {excerpt}
            </Box>
          ))}
          <Choices
            label="没办完的怎么办"
            idPrefix="under-way"
            options={UNDER_WAY}
            value={underWay}
            onChoose={setUnderWay}
          />
        </Section>
      ) : null}
      {erasure.problem ? <Notice tone="stop">{erasure.problem}</Notice> : null}
      {sure ? (
        <Button
          id="erase-now"
          kind="serious"
          busy={erasure.running ? '正在删…' : null}
          onPress={() => erasure.run(underWay)}
        >
          确定，现在就删
        </Button>
      ) : (
        <Button id="erase-sure" kind="plain" onPress={() => setSure(true)}>
          我看明白了，要删
        </Button>
      )}
    </Box>
  );
}

function Slip({ receipt }: { receipt: ErasureReceipt }): ReactNode {
  return (
    <Box className="card stack" id="erasure-receipt">
      <Box className="note">回执号</Box>
      <Box className="strong">{receipt.id}</Box>
      <Box>
        {sayFully(receipt.at)}，删了 {receipt.leads} 件事里您的信息：姓名电话{' '}
        {receipt.contacts + receipt.persons} 处，照片录音 {receipt.files} 个，消息 {receipt.notices} 条。
      </Box>
      {receipt.textsKept > 0 ? (
        <Box>有 {receipt.textsKept} 件还在办，写的话留着，谁也对不上是您。</Box>
      ) : null}
    </Box>
  );
}

/** What would go, what stays, and that it cannot be taken back. */
function WhatGoes({ plan }: { plan: ErasurePlan }): ReactNode {
  return (
    <Box className="card stack">
      <Box className="strong">会删掉</Box>
      <Box>
        您说的 {plan.leads} 件事里的姓名、电话（{plan.contacts} 处）、替别人留的姓名电话（{plan.persons}{' '}
        处）、照片录音（
        {plan.files} 个）。
      </Box>
      <Box>已经办完的，写的话也删。{plan.notices} 条消息也删。</Box>
      <Box className="strong">会留下</Box>
      <Box>
        这些事办到哪一步、怎么答复的，还有总数。
        {plan.cosigns > 0 ? `您附议的 ${plan.cosigns} 件还算一个人，但对不上是您。` : ''}
      </Box>
      <Box className="strong">删了就找不回来。「我反映过的事」会空；有编号和查询码，还能查进度。</Box>
    </Box>
  );
}

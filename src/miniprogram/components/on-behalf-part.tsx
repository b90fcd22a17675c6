import type { ReactNode } from 'react';
import { NEWS_FOR_EXPLANATIONS, NEWS_FOR_LABELS, RELATION_LABELS } from '@contract/labels-zh';
import { NEWS_FOR, RELATIONS } from '@contract/on-behalf';
import { EMPTY_ON_BEHALF, onBehalfProblem, type OnBehalfDraft } from '@shared/on-behalf';
import { Block, Box, Press } from '../platform/elements';
import { Choices, LineField } from './fields';

interface OnBehalfPartProps {
  value: OnBehalfDraft | null;
  /** Whether somebody tried to send it: only then a mistake is spoken of. */
  checked: boolean;
  onChange: (onBehalf: OnBehalfDraft | null) => void;
}

const RELATION_OPTIONS = RELATIONS.map((value) => ({ value, name: RELATION_LABELS[value] }));
const NEWS_OPTIONS = NEWS_FOR.map((value) => ({
  value,
  name: NEWS_FOR_LABELS[value],
  text: NEWS_FOR_EXPLANATIONS[value],
}));

/** Whose matter it is: one's own, or somebody's for whom one files; what each field is for stands beside it. */
export function OnBehalfPart({ value, checked, onChange }: OnBehalfPartProps): ReactNode {
  const isOn = value !== null;
  return (
    <Box className="stack" id="on-behalf">
      <Press
        id="on-behalf-switch"
        role="checkbox"
        checked={isOn}
        className={isOn ? 'choice choice-on' : 'choice'}
        onPress={() => onChange(isOn ? null : EMPTY_ON_BEHALF)}
      >
        <Block className="choice-dot" />
        <Block className="grow">
          <Block className="choice-name">我替别人说</Block>
          <Block className="choice-text">替老人、孩子、邻居说的，点这里。</Block>
        </Block>
      </Press>
      {value ? <Person value={value} checked={checked} onChange={onChange} /> : null}
    </Box>
  );
}

function Person({ value, checked, onChange }: OnBehalfPartProps & { value: OnBehalfDraft }): ReactNode {
  const change = (part: Partial<OnBehalfDraft>): void => onChange({ ...value, ...part });
  const isChild = value.relation === 'child';
  const problem = checked ? onBehalfProblem(value) : null;
  return (
    <Box className="stack">
      <Box className="field-label choice-heading">替谁说？</Box>
      <Choices
        label="替谁说"
        idPrefix="relation"
        options={RELATION_OPTIONS}
        value={value.relation}
        onChoose={(relation) => change({ relation })}
      />
      <LineField
        id="person-name"
        label={isChild ? '孩子怎么称呼' : '本人怎么称呼'}
        optional
        hint="核实和回访时，知道该找谁。"
        value={value.name}
        maxLength={20}
        onInput={(name) => change({ name })}
      />
      {isChild ? (
        <Guardian value={value} onChange={onChange} />
      ) : (
        <>
          <LineField
            id="person-phone"
            label="本人的电话"
            optional
            hint="只用来核实和告诉本人消息。谁能看到，和您自己的一样。"
            kind="phone"
            value={value.phone}
            maxLength={20}
            onInput={(phone) => change({ phone })}
          />
          <Box className="field-label choice-heading">有消息告诉谁？</Box>
          <Choices
            label="有消息告诉谁"
            idPrefix="news"
            options={NEWS_OPTIONS}
            value={value.news}
            onChoose={(news) => change({ news })}
          />
        </>
      )}
      {problem ? (
        <Box className="field-problem" role="alert">
          {problem}
        </Box>
      ) : null}
      <Box className="note">
        提交以后，把编号和查询码告诉本人。本人在「用编号查进度」里能看到，也能说一句「这是我的事」。
      </Box>
    </Box>
  );
}

/** The law wants a guardian's word before anything is kept of a child. */
function Guardian({
  value,
  onChange,
}: {
  value: OnBehalfDraft;
  onChange: OnBehalfPartProps['onChange'];
}): ReactNode {
  const { guardianConsents } = value;
  return (
    <Press
      id="guardian"
      role="checkbox"
      checked={guardianConsents}
      className={guardianConsents ? 'choice choice-on' : 'choice'}
      onPress={() => onChange({ ...value, guardianConsents: !guardianConsents })}
    >
      <Block className="choice-dot" />
      <Block className="grow">
        <Block className="choice-name">我是监护人，我同意留孩子的称呼</Block>
        <Block className="choice-text">不留也照样办。孩子的电话我们不留，消息只发给您。</Block>
      </Block>
    </Press>
  );
}

import type { ReactNode } from 'react';
import { ANONYMITY_EXPLANATIONS, ANONYMITY_LABELS } from '@contract/labels-zh';
import { ANONYMITIES, type Anonymity } from '@contract/lead';
import { Choices } from '../../components/fields';
import { Box } from '../../platform/elements';

const options = ANONYMITIES.map((value) => ({
  value,
  name: ANONYMITY_LABELS[value],
  text: ANONYMITY_EXPLANATIONS[value],
}));

interface AnonymityChoiceProps {
  value: Anonymity;
  onChoose: (value: Anonymity) => void;
}

/** The three levels, each with the sentence on exactly who sees what. */
export function AnonymityChoice({ value, onChoose }: AnonymityChoiceProps): ReactNode {
  return (
    <Box>
      <Box className="field-label choice-heading">谁能看到您是谁？</Box>
      <Choices label="谁能看到您是谁" options={options} value={value} onChoose={onChoose} />
    </Box>
  );
}

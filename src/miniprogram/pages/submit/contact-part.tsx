import type { ReactNode } from 'react';
import { LineField } from '../../components/fields';
import { Fold } from '../../components/fold';
import type { Draft } from '../../data/draft';
import { Box } from '../../platform/elements';
import { AnonymityChoice } from './anonymity-choice';

interface ContactPartProps {
  draft: Draft;
  phoneProblem: string | null;
  onChange: (part: Partial<Draft>) => void;
}

/** How to reach the resident, and who may know it. Nothing of it has to be filled in. */
export function ContactPart({ draft, phoneProblem, onChange }: ContactPartProps): ReactNode {
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

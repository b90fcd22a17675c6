import type { ReactNode } from 'react';
import type { SubmissionField } from '@shared/submission';
import { LineField } from '../../components/fields';
import { Fold } from '../../components/fold';
import { OnBehalfPart } from '../../components/on-behalf-part';
import type { Draft } from '../../data/draft';
import { Box } from '../../platform/elements';
import { AnonymityChoice } from './anonymity-choice';

interface ContactPartProps {
  draft: Draft;
  problems: Partial<Record<SubmissionField, string>>;
  onChange: (part: Partial<Draft>) => void;
}

/** How to reach the resident, and who may know it. Nothing of it has to be filled in. */
export function ContactPart({ draft, problems, onChange }: ContactPartProps): ReactNode {
  return (
    <Fold title="怎么找您，谁能看到您" open={problems.phone !== undefined || problems.onBehalf !== undefined}>
      <OnBehalfPart
        value={draft.onBehalf}
        checked={problems.onBehalf !== undefined}
        onChange={(onBehalf) => onChange({ onBehalf })}
      />
      <Box className="note">不留姓名和电话也照样办。没满 14 岁，请不要留，让家里大人替你说。</Box>
      <LineField
        id="name"
        label="怎么称呼您"
        optional
        hint="找您的时候，知道怎么叫您。"
        value={draft.name}
        maxLength={20}
        onInput={(name) => onChange({ name })}
      />
      <LineField
        id="phone"
        label="电话"
        optional
        hint="有说不清的地方，好打电话问您。"
        kind="phone"
        value={draft.phone}
        maxLength={20}
        problem={problems.phone ?? null}
        onInput={(phone) => onChange({ phone })}
      />
      <AnonymityChoice value={draft.anonymity} onChoose={(anonymity) => onChange({ anonymity })} />
    </Fold>
  );
}

import { useState, type ReactNode } from 'react';
import type { CosignAnswer } from '@contract/lead-views';
import { sayCosigns } from '@shared/presenters';
import { useCommand } from '../data/use-command';
import { Box } from '../platform/elements';
import { Button } from './button';
import { Notice } from './parts';

interface CosignPartProps {
  lead: { id: string } & Pick<CosignAnswer, 'cosigns' | 'cosign'>;
}

/** How many people joined in, and one tap to join them or to take it back. */
export function CosignPart({ lead }: CosignPartProps): ReactNode {
  const [standing, setStanding] = useState<Pick<CosignAnswer, 'cosigns' | 'cosign'>>(lead);
  const join = useCommand('resident.cosignLead', setStanding);
  const leave = useCommand('resident.withdrawCosign', setStanding);
  const problem = join.problem ?? leave.problem;
  const input = { leadId: lead.id };
  return (
    <Box className="stack">
      <Box className="note" role="status">
        {standing.cosign === 'given' ? '您附议了，有消息会告诉您。' : ''}
        {saySupport(standing)}
      </Box>
      {standing.cosign === 'possible' ? (
        <Button
          id={`cosign-${lead.id}`}
          kind="plain"
          onPress={() => join.run(input)}
          busy={join.running ? '正在附议…' : null}
        >
          我也遇到了，附议
        </Button>
      ) : null}
      {standing.cosign === 'given' ? (
        <Button
          id={`withdraw-cosign-${lead.id}`}
          kind="plain"
          onPress={() => leave.run(input)}
          busy={leave.running ? '正在收回…' : null}
        >
          收回附议
        </Button>
      ) : null}
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
    </Box>
  );
}

function saySupport({ cosigns, cosign }: Pick<CosignAnswer, 'cosigns' | 'cosign'>): string {
  if (cosign === 'given') return cosigns > 1 ? `连您一共 ${cosigns} 人附议。` : '';
  const others = sayCosigns(cosigns);
  return others === null ? '' : `${others}。`;
}

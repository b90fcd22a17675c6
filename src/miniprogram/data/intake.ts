import type { Intake } from '@contract/directory';
import type { CallResult } from '@shared/client';
import { api } from './api';
import { keptList } from './kept';

interface KeptIntake {
  scene: string;
  intake: Intake;
}

/** What the codes scanned on this device said: scanned again without a signal, they say it again. */
export const intakes = keptList<KeptIntake>('zhitong.intakes', 5, ({ scene }) => scene);

/** What a scanned code says; the last answer serves where none comes now. */
export async function askIntake(scene: string | null): Promise<CallResult<Intake>> {
  const answer = await api.call('resident.getIntake', scene ? { scene } : {});
  if (scene === null) return answer;
  if (!answer.ok) {
    const kept = answer.reached ? undefined : intakes.find(scene);
    return kept ? { ok: true, data: kept.intake } : answer;
  }
  intakes.keep({ scene, intake: answer.data });
  return answer;
}

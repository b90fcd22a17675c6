import type { Intake } from '@contract/directory';
import type { CallResult } from '@shared/client';
import { api } from './api';
import { readJson, writeJson } from './kept';

/** What the codes scanned on this device said: scanned again without a signal, they say it again. */
export const INTAKES_KEY = 'zhitong.intakes';
const INTAKES_MAX = 5;

interface KeptIntake {
  scene: string;
  intake: Intake;
}

const readAll = (): KeptIntake[] => readJson<KeptIntake[]>(INTAKES_KEY, Array.isArray) ?? [];

/** What a scanned code says; the last answer serves where none comes now. */
export async function askIntake(scene: string | null): Promise<CallResult<Intake>> {
  const answer = await api.call('resident.getIntake', scene ? { scene } : {});
  if (scene === null) return answer;
  const kept = readAll();
  if (!answer.ok) {
    const intake = answer.reached ? undefined : kept.find((each) => each.scene === scene)?.intake;
    return intake ? { ok: true, data: intake } : answer;
  }
  const others = kept.filter((each) => each.scene !== scene);
  writeJson(INTAKES_KEY, [{ scene, intake: answer.data }, ...others].slice(0, INTAKES_MAX));
  return answer;
}

import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { CodeCommand, CommandInputs } from '@contract/commands';
import type { TrackedLeadView } from '@contract/lead-views';
import { useCommand } from './use-command';

/** How a lead is held: as one's own on this device, or by what stands on its receipt. */
export type Held = { leadId: string } | { number: string; trackingCode: string };

/** A lead somebody may do something to, and what follows. */
export interface HeldLead<View extends TrackedLeadView = TrackedLeadView> {
  lead: View;
  held: Held;
  onChanged: (lead: View) => void;
  onStale: () => void;
  onFilesLost?: () => void;
}

/** Runs one command on a lead, own or held by its code, as useCommand does; each way is answered with its own view. */
export function useLeadCommand<Name extends CodeCommand, View extends TrackedLeadView>(
  name: Name,
  { lead, held, onChanged, onStale, onFilesLost }: HeldLead<View>,
): { run: (said: CommandInputs[Name]) => void; running: boolean; problem: string | null } {
  const action: ActionName = 'leadId' in held ? `resident.${name}` : `resident.${name}ByCode`;
  // The two ways differ only in how the lead is named; the compiler cannot follow a name that is put together.
  const command = useCommand(action, onChanged as (view: OutputOf<ActionName>) => void, onStale, onFilesLost);
  const run = (said: CommandInputs[Name]): void =>
    command.run({ ...held, version: lead.version, ...said } as unknown as InputOf<ActionName>);
  return { ...command, run };
}

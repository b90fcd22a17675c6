import { Button } from 'tdesign-react/es/button';
import { DOOR_LABELS, OUT_OF_SCOPE_KIND_LABELS } from '@contract/labels-zh';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { OutOfScopeSuspicion } from '@contract/lead';
import './route.css';

interface RouteElsewhereProps {
  lead: OfficerLeadView;
  suspicion: OutOfScopeSuspicion;
  onChoose: (command: OfficerCommand) => void;
}

/** That the words sound like a matter for another door, with the form already filled in; a person decides. */
export function RouteElsewhere({ lead, suspicion, onChoose }: RouteElsewhereProps) {
  const { kind, door, words } = suspicion;
  return (
    <div
      className={`route-elsewhere${kind === 'emergency' ? ' route-elsewhere--emergency' : ''}`}
      role="note"
    >
      <p>
        <strong>听起来像{OUT_OF_SCOPE_KIND_LABELS[kind]}</strong>
        {words.length > 0 && `，因为说到${words.map((word) => `「${word}」`).join('')}`}
        。该去：{DOOR_LABELS[door]}。
      </p>
      {lead.allowed.includes('markOutOfScope') && (
        <Button variant="outline" onClick={() => onChoose('markOutOfScope')}>
          告诉群众去那里
        </Button>
      )}
    </div>
  );
}

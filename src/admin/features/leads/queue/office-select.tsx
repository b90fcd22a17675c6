import { officeKey, type Grant } from '@contract/directory';
import type { QueueFilter } from '@contract/statistics';
import { grantWords } from '@shared/grant-words';
import { useDirectory } from '../../../platform/use-panel';

interface OfficeSelectProps {
  offices: readonly Grant[];
  office: Grant | null;
  onChange: (filter: QueueFilter) => void;
}

/** From which of their offices somebody looks who has several; nothing for everybody else. */
export function OfficeSelect({ offices, office, onChange }: OfficeSelectProps) {
  const directory = useDirectory();
  if (offices.length < 2) return null;
  return (
    <label className="office-select">
      <span>以</span>
      <select
        className="native-select"
        aria-label="以哪个身份看"
        value={office ? officeKey(office) : ''}
        onChange={(event) => onChange({ as: event.target.value })}
      >
        {offices.map((grant) => (
          <option key={officeKey(grant)} value={officeKey(grant)}>
            {grantWords(grant, directory.data)}
          </option>
        ))}
      </select>
      <span>的身份</span>
    </label>
  );
}

import { Checkbox } from 'tdesign-react/es/checkbox';
import { isConfirmable, type PublicationFlag } from '@contract/publication';
import { sayFlag } from '@shared/publication-check';

interface FlagListProps {
  flags: readonly PublicationFlag[];
  confirmed: string[];
  onChange: (confirmed: string[]) => void;
}

/** Each place that looks like somebody's own: to be changed, or looked at and ticked, one by one. */
export function FlagList({ flags, confirmed, onChange }: FlagListProps) {
  const tick = (words: string, isOn: boolean): void =>
    onChange(isOn ? [...confirmed, words] : confirmed.filter((other) => other !== words));
  return (
    <ul>
      {flags.map((flag) => (
        <li key={flag.words}>
          {isConfirmable(flag) ? (
            <Checkbox
              checked={confirmed.includes(flag.words)}
              onChange={(isOn) => tick(flag.words, isOn)}
              label={sayFlag(flag)}
            />
          ) : (
            <span>{sayFlag(flag)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

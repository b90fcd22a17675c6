import { SideSheet } from './side-sheet';
import './keyboard-help.css';

interface KeyboardHelpProps {
  open: boolean;
  onClose: () => void;
  keys: [key: string, meaning: string][];
}

/** Which keys do what on this page. */
export function KeyboardHelp({ open, onClose, keys }: KeyboardHelpProps) {
  return (
    <SideSheet title="键盘用法" open={open} onClose={onClose}>
      <dl className="keyboard-help">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </SideSheet>
  );
}

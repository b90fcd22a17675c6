import type { ReactNode } from 'react';
import { Press } from '../platform/elements';

interface ButtonProps {
  kind?: 'primary' | 'plain' | 'quiet' | 'serious';
  onPress: () => void;
  disabled?: boolean;
  /** Said instead of the label while the work is going on; the button then takes no tap. */
  busy?: string | null;
  children: ReactNode;
  id?: string;
}

/** A button at least 60 pixels high. */
export function Button({ kind = 'primary', onPress, disabled, busy, children, id }: ButtonProps): ReactNode {
  const off = disabled || Boolean(busy);
  return (
    <Press
      id={id}
      className={`button button-${kind} ${off ? 'button-off' : ''}`}
      onPress={onPress}
      disabled={off}
    >
      {busy ?? children}
    </Press>
  );
}

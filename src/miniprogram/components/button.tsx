import type { ReactNode } from 'react';
import { Press } from '../platform/elements';
import { Phrases } from './words';

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
  const label = busy ?? children;
  return (
    <Press
      id={id}
      className={`button button-${kind} ${off ? 'button-off' : ''}`}
      onPress={onPress}
      disabled={off}
    >
      {typeof label === 'string' && label.includes('，') ? <Phrases text={label} /> : label}
    </Press>
  );
}

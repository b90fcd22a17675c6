import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { BoxProps, InputProps, OverlayProps, PressProps } from './elements';

/* The browser's side of elements.tsx: the same names and promises on real HTML elements. */

/** A block; announces its label and role where there are any. */
export function Box({ className, style, children, label, role, id, hidden }: BoxProps): ReactNode {
  return (
    <div
      className={`box ${className ?? ''}`}
      style={style}
      id={id}
      aria-label={label}
      role={role}
      aria-hidden={hidden}
    >
      {children}
    </div>
  );
}

/** A run of text inside a block. */
export function Span({ className, children }: { className?: string; children?: ReactNode }): ReactNode {
  return <span className={className}>{children}</span>;
}

/** A block that may stand inside something that can be tapped. */
export function Block({ className, children }: { className?: string; children?: ReactNode }): ReactNode {
  return <span className={`block ${className ?? ''}`}>{children}</span>;
}

/** A title; level 1 once a page. */
export function Heading({
  level,
  className,
  children,
}: {
  level: 1 | 2 | 3;
  className?: string;
  children?: ReactNode;
}): ReactNode {
  const Tag = `h${level}` as const;
  return <Tag className={`${className ?? ''} heading-${level}`}>{children}</Tag>;
}

/** Anything that answers a tap; a disabled one answers nothing and says so. */
export function Press({
  className,
  children,
  onPress,
  disabled,
  label,
  role = 'button',
  checked,
  expanded,
  id,
}: PressProps): ReactNode {
  return (
    <button
      type="button"
      id={id}
      className={`press ${className ?? ''}`}
      onClick={onPress}
      disabled={disabled}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-checked={checked}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}

const inputModes = { text: 'text', phone: 'tel', digits: 'numeric', dashed: 'numeric' } as const;

/** One line of typing. */
export function TextInput({
  id,
  className,
  value,
  onInput,
  onBlur,
  onEnter,
  placeholder,
  maxLength,
  kind = 'text',
  label,
  disabled,
}: InputProps): ReactNode {
  return (
    <input
      id={id}
      className={className}
      value={value}
      onChange={(event) => onInput(event.target.value)}
      onBlur={onBlur}
      onKeyDown={(event) => {
        // What confirms a Chinese word being typed is not yet the end of the line.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
      }}
      enterKeyHint={onEnter ? 'search' : undefined}
      placeholder={placeholder}
      maxLength={maxLength}
      inputMode={inputModes[kind]}
      autoComplete={kind === 'phone' ? 'tel' : 'off'}
      aria-label={label}
      disabled={disabled}
    />
  );
}

/** Several lines of typing; grows with the text. */
export function TextBlock({
  id,
  className,
  value,
  onInput,
  onBlur,
  placeholder,
  maxLength,
  label,
  disabled,
}: InputProps): ReactNode {
  const element = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    element.current.style.height = 'auto';
    element.current.style.height = `${element.current.scrollHeight}px`;
  }, [value]);
  return (
    <textarea
      ref={element}
      id={id}
      className={className}
      value={value}
      onChange={(event) => onInput(event.target.value)}
      onBlur={onBlur}
      placeholder={placeholder}
      maxLength={maxLength}
      aria-label={label}
      disabled={disabled}
    />
  );
}

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Overlay({ label, onClose, children }: OverlayProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="box sheet"
      aria-label={label}
      onCancel={(event) => {
        // Whoever opened it takes it away; the browser must not close it beneath them.
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="box stack sheet-body">{children}</div>
    </dialog>
  );
}

/** A picture; its class says whether it is cut to fill its box or shown whole. */
export function Picture({
  src,
  className,
  label,
}: {
  src: string;
  className?: string;
  label: string;
  whole?: boolean;
}): ReactNode {
  return <img src={src} className={className} alt={label} />;
}

import { useEffect, useId, useRef, type ReactNode } from 'react';
import './field.css';

interface FieldProps {
  label: string;
  help?: string;
  problem?: string | null;
  optional?: boolean;
  children: ReactNode;
}

/** A labelled control with its help and its problem, tied together for those who hear the page. */
export function Field({ label, help, problem, optional = false, children }: FieldProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // TDesign's inputs pass no id or aria attributes to the real control inside.
    const control = box.current?.querySelector('input, textarea, select');
    if (!control) return;
    control.id = id;
    control.setAttribute('aria-describedby', `${id}-help ${id}-problem`);
    control.setAttribute('aria-required', String(!optional));
    control.setAttribute('aria-invalid', String(Boolean(problem)));
  });
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional">可不填</span>}
      </label>
      {help && (
        <p className="field__help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div ref={box}>{children}</div>
      <p className="field__problem" id={`${id}-problem`} role={problem ? 'alert' : undefined}>
        {problem}
      </p>
    </div>
  );
}

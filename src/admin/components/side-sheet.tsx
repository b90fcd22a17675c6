import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Drawer } from 'tdesign-react/es/drawer';
import { useNarrow } from './use-narrow';
import './side-sheet.css';

interface SideSheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

/** A sheet from the side (from below on a phone) that keeps the keyboard inside and gives the focus back on closing. */
export function SideSheet({ title, open, onClose, footer, children }: SideSheetProps) {
  const narrow = useNarrow();
  return (
    <Drawer
      visible={open}
      onClose={onClose}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '88%' : '560px'}
      header={false}
      footer={false}
      closeBtn={false}
      destroyOnClose
      closeOnOverlayClick
    >
      {open && (
        <Dialogue title={title} onClose={onClose} footer={footer}>
          {children}
        </Dialogue>
      )}
    </Drawer>
  );
}

function Dialogue({ title, onClose, footer, children }: Omit<SideSheetProps, 'open'>) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const begin = (): void => (focusables(box.current).find(isField) ?? box.current)?.focus();
    // The drawer takes the focus for itself once it has slid in; it belongs to what lies inside.
    const passOn = ({ target }: FocusEvent): void => {
      const isDrawer =
        target instanceof HTMLElement && target !== box.current && target.contains(box.current);
      if (isDrawer) begin();
    };
    begin();
    document.addEventListener('focusin', passOn);
    return () => {
      document.removeEventListener('focusin', passOn);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={box}
      className="side-sheet"
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => keepInside(event, box.current)}
    >
      <header className="side-sheet__head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="side-sheet__close" onClick={onClose} aria-label="关闭">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M4 4l12 12M16 4L4 16" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      <div className="side-sheet__body">{children}</div>
      {footer && <footer className="side-sheet__foot">{footer}</footer>}
    </div>
  );
}

const FOCUSABLE = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

function focusables(box: HTMLElement | null): HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>(FOCUSABLE)] : [];
}

function isField(element: HTMLElement): boolean {
  return element.matches('input, select, textarea');
}

function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  if (event.key !== 'Tab') return;
  const all = focusables(box);
  const first = all[0];
  const last = all.at(-1);
  if (event.shiftKey && (document.activeElement === first || document.activeElement === box)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}

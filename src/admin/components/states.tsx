import type { ReactNode } from 'react';
import { Button } from 'tdesign-react/es/button';
import { codeOf, sentenceOf } from '../platform/refusal';
import './states.css';

/** Grey lines where text will be; read aloud as one word. */
export function Loading({ rows = 6, label = '正在加载' }: { rows?: number; label?: string }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="loading__row" style={{ width: `${92 - ((row * 17) % 38)}%` }} />
      ))}
    </div>
  );
}

/** Nothing to show, said kindly, with a way on. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <svg className="state__mark" viewBox="0 0 64 40" aria-hidden="true">
        <path
          d="M4 34h56M14 34V14l18-8 18 8v20M26 34V22h12v12"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
      <p className="state__title">{title}</p>
      <div className="state__more">{children}</div>
    </div>
  );
}

const TITLES: Partial<Record<string, string>> = {
  FORBIDDEN: '这一页不在您的权限里',
  NOT_FOUND: '没有找到',
  UNAVAILABLE: '暂时连不上',
};

/** What went wrong in words, and the button to try again where trying again makes sense. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const code = codeOf(error);
  const retry = onRetry && code !== 'FORBIDDEN' && code !== 'NOT_FOUND' ? onRetry : null;
  return (
    <div className="state" role="alert">
      <p className="state__title">{(code && TITLES[code]) ?? '没有打开'}</p>
      <p className="state__more">{sentenceOf(error)}</p>
      {retry && (
        <Button theme="primary" variant="outline" onClick={retry}>
          再试一次
        </Button>
      )}
    </div>
  );
}

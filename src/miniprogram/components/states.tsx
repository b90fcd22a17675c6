import type { ReactNode } from 'react';
import type { LoadState } from '../data/load-state';
import { Box, Heading, Span } from '../platform/elements';
import { Button } from './button';
import { Notice } from './parts';

const LINES = [62, 94, 78, 88, 46];

/** The shape of a page whose words are on their way. */
export function LoadingState(): ReactNode {
  return (
    <Box role="status" label="正在打开">
      <Box className="note">正在打开…</Box>
      {LINES.map((width) => (
        <Box key={width} className="skeleton-line" style={{ width: `${width}%` }} />
      ))}
    </Box>
  );
}

/** Nothing here yet, and what one can do about it. */
export function EmptyState({
  seal,
  title,
  children,
}: {
  seal: string;
  title: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <Box className="state stack">
      <Span className="seal seal-outline state-seal">{seal}</Span>
      <Heading level={2}>{title}</Heading>
      {children}
    </Box>
  );
}

/** It did not work, why, and the way to try again. */
export function ErrorState({
  message,
  offline,
  onRetry,
}: {
  message: string;
  offline: boolean;
  onRetry: () => void;
}): ReactNode {
  return (
    <Box className="state stack" role="alert">
      <Heading level={2}>{offline ? '没有连上' : '没有打开'}</Heading>
      <Box className="lead">{message}</Box>
      <Button onPress={onRetry}>再试一次</Button>
    </Box>
  );
}

interface LoadedProps<Data> {
  state: LoadState<Data>;
  onRetry: () => void;
  children: (data: Data) => ReactNode;
}

/** Shows data once it is there; until then the state it is in. What is on the screen stays when a refresh fails. */
export function Loaded<Data>({ state, onRetry, children }: LoadedProps<Data>): ReactNode {
  switch (state.phase) {
    case 'idle':
    case 'loading':
      return <LoadingState />;
    case 'error':
      return <ErrorState message={state.message} offline={state.offline} onRetry={onRetry} />;
    case 'ready':
      return (
        <Box className="stack">
          {state.stale ? <Notice tone="warn">{`没能刷新，下面是之前的内容。${state.stale}`}</Notice> : null}
          {children(state.data)}
        </Box>
      );
  }
}

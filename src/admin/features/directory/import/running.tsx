import { Button } from 'tdesign-react/es/button';

export interface Progress {
  done: number;
  all: number;
}

/** How far a table is; where it can be stopped between two parts, the way to stop it. */
export function Running({ progress, onStop }: { progress: Progress; onStop?: () => void }) {
  return (
    <div className="import__running">
      <progress max={progress.all} value={progress.done} aria-label="进度" />
      <span>
        {progress.done} / {progress.all} 行
      </span>
      {onStop && (
        <Button variant="outline" onClick={onStop}>
          停下
        </Button>
      )}
    </div>
  );
}

import { Button } from 'tdesign-react/es/button';
import type { DownloadState } from './use-download';

interface DownloadBarProps {
  state: DownloadState;
  count: number;
  onStart: () => void;
  onCancel: () => void;
}

/** The button that makes the PDF, and while it is made how far it is. */
export function DownloadBar({ state, count, onStart, onCancel }: DownloadBarProps) {
  if (state.phase === 'preparing' || state.phase === 'drawing') {
    const done = state.phase === 'drawing' ? state.done : 0;
    return (
      <div className="codes__download">
        <progress className="codes__progress" max={state.total} value={done} aria-label="正在排版" />
        <p role="status">
          {state.phase === 'preparing'
            ? '正在取字体，第一次要等几秒'
            : `正在排版，${done} / ${state.total} 张`}
        </p>
        <Button variant="outline" onClick={onCancel}>
          不要了
        </Button>
      </div>
    );
  }
  return (
    <div className="codes__download">
      <Button theme="primary" disabled={count === 0} onClick={onStart} data-download-all>
        下载这 {count} 张（PDF，A4 纸）
      </Button>
      {state.phase === 'failed' ? (
        <p className="codes__problem" role="alert">
          {state.message}
        </p>
      ) : (
        <p className="quiet">一张一页，直接打印。停用的和过期的不在里面。</p>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { PlayerProps } from './players';

/** A recording with the browser's own controls. */
export function Sound({ src, label }: PlayerProps): ReactNode {
  return <audio src={src} className="sound" controls preload="metadata" aria-label={label} />;
}

/** A video with the browser's own controls. */
export function Film({ src, label }: PlayerProps): ReactNode {
  return <video src={src} className="film" controls playsInline preload="metadata" aria-label={label} />;
}

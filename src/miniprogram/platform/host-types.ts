import type { Point } from '@contract/lead';
import type { Transport } from '@shared/client';
import type { MediaHost } from './media-types';

export interface DemoIdentity {
  openid: string;
  name: string;
  /** Who that is, e.g. 「城关镇联络员」. */
  note: string;
  officer: boolean;
}

/** Everything that WeChat and a browser do differently. host.ts is WeChat's side, host.h5.ts the browser's. */
export interface Host {
  /** Once, when the app is launched. */
  start: () => void;
  /** True where WeChat draws a title bar with a way back. */
  hasNativeBar: boolean;
  transport: Transport;
  storage: {
    read: (key: string) => string | null;
    /** False when the device is full. */
    write: (key: string, value: string) => boolean;
    remove: (key: string) => void;
  };
  /** Calls back at once with the present state and on every change; returns the way to stop. */
  watchNetwork: (tell: (online: boolean) => void) => () => void;
  /** What the scanned code carried, from the page's own parameters or the address. */
  sceneFrom: (params: Partial<Record<string, string>>) => string | null;
  /** Where these pages open in any browser; null where this is not one. */
  pagesAddress: () => string | null;
  /** The phone's own font size as a factor; 1 is normal. */
  fontScale: () => number;
  /** Files: picked, recorded, kept, sent. */
  media: MediaHost;
  /** True where speaking opens a page of its own that writes the words down. */
  hasListeningPage: boolean;
  /** Runs it where no other open page of this app does the same; null, and nothing was done, where one does. */
  onlyHere: <Answer>(what: string, run: () => Promise<Answer>) => Promise<Answer | null>;
  /** Calls back when another open page of this app wrote under the key; returns the way to stop. */
  watchOtherPages: (key: string, tell: () => void) => () => void;
  /** Shows photos large, beginning with this one. */
  showPhotos: (urls: readonly string[], index: number) => void;
  showOnMap: (point: Point) => void;
  /** Rejects where the person or the device does not let it. */
  copy: (text: string) => Promise<void>;
  dial: (phone: string) => void;
  /** The text of a scanned code; null when nothing was scanned or this device cannot scan. */
  scan: () => Promise<string | null>;
  canScan: boolean;
  /** True where WeChat can be asked for leave to write to the resident. */
  canNotify: boolean;
  /** Asks, from a tap, for one message of each template; those agreed to. */
  askToNotify: (templates: readonly string[]) => Promise<string[]>;
  /** The people one can be in a demonstration; empty anywhere else. */
  listDemoIdentities: () => Promise<DemoIdentity[]>;
  currentDemoIdentity: () => string | null;
  becomeDemoIdentity: (openid: string | null) => void;
  /** After everything of one's own was erased: the device becomes one nobody has seen. */
  forgetDevice: () => void;
}

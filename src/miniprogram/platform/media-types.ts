import type { UploadTicket } from '@contract/actions';
import type { Point } from '@contract/lead';

/** A file picked or recorded on this device, not sent yet. `preview` may be kept with the draft. */
export interface PickedFile {
  key: string;
  preview: string;
  contentType: string;
  bytes: number;
  /** Of a recording or a video. */
  seconds?: number;
}

/** What picking came to: `problem` says in a sentence what could not be taken; null when all was, or nothing was picked. */
export interface Picked {
  files: PickedFile[];
  problem: string | null;
}

/** What recording came to; `words`: what the device heard in it, where it can do that by itself. */
export type Recorded = Picked & { words?: string };

/** A recording that is running. */
export interface Recording {
  /** Ends it; what was recorded, or why there is nothing. */
  stop: () => Promise<Recorded>;
  /** Ends it and keeps nothing. */
  cancel: () => void;
}

/** Where the device is, as Chinese maps count, or why it does not say. */
export type Located = { point: Point } | { problem: string };

/** The bytes of files: picked, kept on the device until they are sent, sent, forgotten. */
export interface MediaHost {
  /** At most `count` photos, made smaller, with nothing in them but the picture. */
  choosePhotos: (count: number) => Promise<Picked>;
  /** One short video, with what the phone wrote about place and model taken out. */
  chooseVideo: () => Promise<Picked>;
  canRecord: boolean;
  /** Starts to record from a tap. `onFull` is called when the time is up. Problem: in a sentence, e.g. not allowed. */
  record: (onFull: () => void) => Promise<Recording | { problem: string }>;
  canLocate: boolean;
  locate: () => Promise<Located>;
  /** Sends the bytes; rejects with FileGone when this device has them no more, with anything else when they did not arrive. */
  send: (key: string, ticket: UploadTicket) => Promise<void>;
  /** An address to show or play a kept file; null when it is gone. */
  addressOf: (key: string) => Promise<string | null>;
  forget: (keys: readonly string[]) => Promise<void>;
  /** False once the device refused to keep a file: it lives only as long as the page. */
  isLasting: () => boolean;
}

/** The bytes are not on this device any more: sending again cannot help. */
export class FileGone extends Error {}

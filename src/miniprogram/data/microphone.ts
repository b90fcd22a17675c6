import type { MediaHost, Recorded, Recording } from '../platform/media-types';

/** Off, waiting for the person to allow it, or recording. */
export type MicrophoneState = 'off' | 'asking' | 'on';

interface Told {
  onState: (state: MicrophoneState) => void;
  onDone: (recorded: Recorded) => void;
  onProblem: (problem: string) => void;
}

/** One recording at a time, however often it is tapped; one that comes after nobody waits for it any more is ended at once. */
export class Microphone {
  private recording: Recording | null = null;
  private asking = false;
  private isOpen = true;

  constructor(
    private readonly record: MediaHost['record'],
    private readonly told: Told,
  ) {}

  /** The page is there to listen. */
  open(): void {
    this.isOpen = true;
  }

  /** Who leaves the page is not listened to any longer. */
  close(): void {
    this.isOpen = false;
    this.cancel();
  }

  start(): void {
    if (this.asking || this.recording !== null) return;
    this.asking = true;
    this.told.onState('asking');
    void this.record(() => this.stop())
      .catch(() => ({ problem: '麦克风没有打开，请再点一次。也可以打字。' }))
      .then((begun) => this.begin(begun));
  }

  stop(): void {
    const ended = this.recording;
    if (ended === null) return;
    this.recording = null;
    this.told.onState('off');
    void ended.stop().then((recorded) => this.told.onDone(recorded));
  }

  cancel(): void {
    this.recording?.cancel();
    this.recording = null;
    if (this.isOpen) this.told.onState(this.asking ? 'asking' : 'off');
  }

  private begin(begun: Recording | { problem: string }): void {
    this.asking = false;
    if ('problem' in begun) {
      if (this.isOpen) this.told.onState('off');
      if (this.isOpen) this.told.onProblem(begun.problem);
    } else if (this.isOpen) {
      this.recording = begun;
      this.told.onState('on');
    } else begun.cancel();
  }
}

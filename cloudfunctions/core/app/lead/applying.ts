import type { WorkingCalendar } from '../../domain/deadlines/working-days';
import type { County } from '../../domain/county';
import type { Asked } from '../ports';

/** What applying events needs beside the record. */
export interface Applying extends Asked {
  county: County;
  calendar: WorkingCalendar;
  digest(text: string): string;
  /** Draws what is mixed into the chain's knowledge of a resident's words. */
  draw(): string;
}

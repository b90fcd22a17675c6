import type { DeadlineKind } from '@contract/lead';
import type { LeadEvent } from './events';

/** What happened to a lead for the first time, and whether ever: figures are made of it. */
export interface Course {
  acceptedAt: string | null;
  /** When a unit replied first, whatever became of the hand-over. */
  repliedAt: string | null;
  /** A date that an office had to keep has passed. */
  wasLate: boolean;
}
export const NO_COURSE: Course = { acceptedAt: null, repliedAt: null, wasLate: false };

/** These wait for the resident: nobody in an office is late by them. */
const WAITS_FOR_RESIDENT: readonly DeadlineKind[] = ['supplement', 'feedback'];

/** The course after one more event. */
export function courseAfter(course: Course, event: LeadEvent): Course {
  const { acceptedAt, repliedAt, wasLate } = course;
  return {
    acceptedAt: acceptedAt ?? (event.type === 'LeadAccepted' ? event.at : null),
    repliedAt: repliedAt ?? (event.type === 'ReplyRecorded' ? event.at : null),
    wasLate: wasLate || (event.type === 'DeadlineMissed' && !WAITS_FOR_RESIDENT.includes(event.kind)),
  };
}

/** The course a whole log tells: leads stored before it was kept have none. */
export const courseOf = (events: readonly LeadEvent[]): Course => events.reduce(courseAfter, NO_COURSE);

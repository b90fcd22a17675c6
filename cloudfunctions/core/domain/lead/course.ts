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
  switch (event.type) {
    case 'LeadAccepted':
      return { ...course, acceptedAt: course.acceptedAt ?? event.at };
    case 'ReplyRecorded':
      return { ...course, repliedAt: course.repliedAt ?? event.at };
    case 'DeadlineMissed':
      return { ...course, wasLate: course.wasLate || !WAITS_FOR_RESIDENT.includes(event.kind) };
    default:
      return course;
  }
}

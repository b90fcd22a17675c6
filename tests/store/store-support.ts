import type { LeadRecord, LeadWrite } from '../../cloudfunctions/core/app/ports';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { leadRepository } from '../../cloudfunctions/core/adapters/lead-repository';
import { noticeRepository, missRepository } from '../../cloudfunctions/core/adapters/notice-repository';
import { tallyRepository } from '../../cloudfunctions/core/adapters/tally-repository';
import {
  COUNTY,
  history,
  indexOfRecord,
  recordOf,
  SUBMITTED_AT,
  type Beginning,
  type Step,
} from '../support/builders';
import type { TestCloud } from '../support/test-cloud';

/** The repositories as the functions have them, on an SDK of their own: each call is another running function. */
export function repositoriesOn(cloud: TestCloud) {
  const store = new DocumentStore(cloud.sdk().database());
  return {
    store,
    leads: leadRepository(store, COUNTY.id),
    tally: tallyRepository(store, COUNTY.id),
    notices: noticeRepository(store),
    misses: missRepository(store),
  };
}

/** A lead that can be stored; leads with different names differ in id, number and moment. */
export function leadNamed(
  name: number | string,
  steps: Step[] = [],
  version = 1,
  first: Beginning & { at?: string } = {},
): LeadWrite {
  const mark = String(name).padStart(6, '0');
  const { at = SUBMITTED_AT, routed } = first;
  const submitted = { leadId: `L-${mark}`, number: `260310-${mark}`, ...first.submitted };
  const events = history(steps, { submitted, ...(routed ? { routed } : {}) }).map((event) =>
    event.at === SUBMITTED_AT ? { ...event, at } : event,
  );
  const record: LeadRecord = { ...recordOf(events), version, outbox: [] };
  return writeOf({
    ...record,
    receipt: { ...record.receipt, leadId: `L-${mark}`, number: `260310-${mark}` },
  });
}

/** The write of a record, its index derived as the use cases derive it. */
export const writeOf = (record: LeadRecord): LeadWrite => ({ record, index: indexOfRecord(record) });

import type { Ports } from '../../cloudfunctions/core/app/ports';
import { COUNTY, sha256 } from './builders';

/** Ports for reading only: the county, and an address for every photo. Anything else is not there. */
export const READING_PORTS = {
  county: () => Promise.resolve(COUNTY),
  digest: sha256,
  leads: { find: () => Promise.resolve(null) },
  files: {
    urls: (evidence: readonly { fileId: string }[]) =>
      Promise.resolve(
        new Map(evidence.map(({ fileId }) => [fileId, fileId.replace('cloud://', 'https://photos/')])),
      ),
  },
} as unknown as Ports;

import { createClient } from '@shared/client';
import { createFetchTransport } from '@shared/fetch-transport';
import { createDemoIdentities } from '../platform/demo-identities';
import { createPhotoDesk } from '../platform/photo-desk';
import type { Services } from '../platform/services';
import { createSession } from '../platform/session';

/** The services of the real panel: the function `panel` at the origin the page came from. */
export function createServices(): Services {
  const session = createSession(window.sessionStorage);
  const headers = (): Record<string, string> => {
    const token = session.getToken();
    return token ? { authorization: `Bearer ${token}` } : {};
  };
  return {
    client: createClient(createFetchTransport({ base: '/', headers })),
    session,
    demo: createDemoIdentities(),
    photos: createPhotoDesk(),
    now: () => new Date().toISOString(),
  };
}

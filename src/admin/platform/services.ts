import { createContext, useContext } from 'react';
import type { Client } from '@shared/client';
import type { DemoIdentities } from './demo-identities';
import type { PhotoDesk } from './photo-desk';
import type { Session } from './session';

/** Everything the panel reaches outside itself through; tests give others. */
export interface Services {
  client: Client;
  session: Session;
  demo: DemoIdentities;
  photos: PhotoDesk;
  /** The present moment, ISO 8601. */
  now: () => string;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

/** The services of the running panel; throws when used outside the provider, which is a bug. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices outside ServicesProvider');
  return services;
}

import { createClient } from '@shared/client';
import { host } from '../platform/host';

/** The functions in the cloud, as every page of this app calls them. */
export const api = createClient(host.transport);

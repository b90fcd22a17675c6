import { openCounty, type OpenCounty } from './county';

export type DemoCounty = OpenCounty;

/** The demonstration county, and a browser to look at it. The caller closes both at once. */
export const openDemoCounty = (): Promise<DemoCounty> => openCounty({ content: 'demo' });

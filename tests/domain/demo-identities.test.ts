import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { LeadContent } from '../../cloudfunctions/setup/content/types';
import voices from '../../cloudfunctions/setup/content/demo-voices.json';
import {
  accountsOfContent,
  countyOfContent,
  demoIdentities,
  demoOpenid,
} from '../../cloudfunctions/setup/county-of-content';
import { demoLeads } from '../../cloudfunctions/setup/demo-leads';
import { grantFor } from '../../cloudfunctions/core/domain/permissions/permissions';
import { isAllowed } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { CLERK, sha256 } from '../support/builders';
import { RARITY } from '../support/rarity';

const folder = resolve('cloudfunctions/setup/content/leads');
const contents = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LeadContent[]);
/** Told once: it takes a while. */
const leads = demoLeads(contents, {
  readCategory: null,
  rarity: RARITY,
  county: countyOfContent(),
  clerk: CLERK,
  now: Date.parse('2026-03-10T02:00:00Z'),
  digest: sha256,
}).map(({ record }) => record.lead);

it('the member whom a demonstration shows has leads to claim', () => {
  const member = demoIdentities().find(({ kind }) => kind === 'member');
  const account = accountsOfContent().find(({ id }) => demoOpenid(id) === member?.openid);
  const toClaim = leads.filter(
    (lead) => isAllowed(lead, 'claimLead') && grantFor(account?.grants ?? [], 'claimLead', lead) !== null,
  );
  expect(toClaim.length).toBeGreaterThanOrEqual(5);
});

it('the clerk of a demonstration puts together only what one township tells', () => {
  const townshipOf = new Map(contents.map(({ key, townshipId }) => [key, townshipId]));
  expect(voices.sameProblem.length).toBeGreaterThan(0);
  for (const keys of voices.sameProblem) {
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(keys.map((key) => townshipOf.get(key))).size).toBe(1);
  }
});

it('a demonstration lead is placed by a code only where it came by one', () => {
  expect(leads.some(({ entry }) => entry === 'home')).toBe(true);
  for (const { codeId, route } of leads.filter(({ route }) => route?.placeBy !== 'staff'))
    expect(route?.placeBy).toBe(codeId === null ? 'chosen' : 'code');
});

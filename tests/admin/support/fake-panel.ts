import { createElement } from 'react';
import { configure, render, type RenderResult } from '@testing-library/react';
import type { InputOf, OutputOf, PanelActions } from '@contract/actions';
import type { EnvelopeError } from '@contract/envelope';
import type { OfficerLeadView } from '@contract/lead-views';
import { createClient } from '@shared/client';
import type { Request } from '@contract/envelope';
// The lazy pages, compiled before the first test instead of while it waits.
import '../../../src/admin/features/leads/lead/lead-page';
import '../../../src/admin/features/leads/queue/queue-page';
import '../../../src/admin/features/statistics/statistics-page';
import { App } from '../../../src/admin/app/app';
import type { DemoIdentity } from '../../../src/admin/platform/demo-identities';
import type { Services } from '../../../src/admin/platform/services';
import { createSession } from '../../../src/admin/platform/session';
import { CALM_DAY, CLERK, CODE_FIGURES, DIRECTORY, NOW, STATISTICS, aLead, rowOf } from './builders';

configure({ asyncUtilTimeout: 5000 });

type PanelAction = keyof PanelActions;
export type Answer<A extends PanelAction> = OutputOf<A> | EnvelopeError | 'lost';
type Answers = { [A in PanelAction]?: (input: InputOf<A>) => Answer<A> };

const isRefusal = (answer: unknown): answer is EnvelopeError =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer;

/** A panel function that knows a few leads, remembers what it was asked, and can be told to answer otherwise. */
export function fakePanel(leads: OfficerLeadView[] = [aLead()], answers: Answers = {}) {
  const asked: Request[] = [];
  const known: Answers = {
    'panel.getMe': () => CLERK,
    'panel.getDirectory': () => DIRECTORY,
    'panel.getStatistics': () => STATISTICS,
    'panel.getCodeFigures': ({ period }) => ({ ...CODE_FIGURES, period: period ?? null }),
    'panel.listQueue': () => ({ items: leads.map(rowOf), nextCursor: null }),
    'panel.getQueueFigures': ({ number }) => ({
      total: number === undefined ? leads.length : null,
      statusCounts: { routed: leads.length },
      groupCounts: { ...CALM_DAY, new: leads.length, mine: leads.length },
      markCounts: {},
    }),
    'panel.getLead': ({ leadId }) =>
      leads.find(({ id }) => id === leadId) ?? { code: 'NOT_FOUND', message: '没有找到，请核对编号。' },
    'panel.getSimilar': () => ({ items: [] }),
    'panel.signOut': () => ({}),
    'panel.listNotices': () => ({ items: [] }),
    'panel.listViews': () => ({ views: [] }),
    'panel.seeLead': () => ({ others: [] }),
    ...answers,
  };
  const transport = (_name: string, request: Request): Promise<unknown> => {
    asked.push(structuredClone(request));
    const answer = (known as Record<string, ((input: unknown) => unknown) | undefined>)[request.action]?.(
      request.input,
    );
    if (answer === undefined) throw new Error(`the fake was not told about ${request.action}`);
    if (answer === 'lost') return Promise.reject(new Error('no network'));
    return Promise.resolve(isRefusal(answer) ? { ok: false, error: answer } : { ok: true, data: answer });
  };
  return { transport, asked, leads };
}

export interface Opened extends RenderResult {
  services: Services;
}

/** Opens the panel at an address, signed in unless told otherwise. */
export function openPanel(
  panel: ReturnType<typeof fakePanel>,
  address: string,
  { signedIn = true, people = [] as DemoIdentity[] } = {},
): Opened {
  window.sessionStorage.clear();
  const session = createSession(window.sessionStorage);
  if (signedIn) session.begin('token-of-test');
  const services: Services = {
    client: createClient(panel.transport),
    session,
    now: () => NOW,
    photos: {
      prepare: (file) =>
        Promise.resolve({ blob: new Blob([file], { type: 'image/jpeg' }), preview: `blob:${file.name}` }),
      send: () => Promise.resolve(),
    },
    demo: { list: () => Promise.resolve(people), confirmSignIn: () => Promise.resolve(null) },
  };
  window.location.hash = `#${address}`;
  return { ...render(createElement(App, { services })), services };
}

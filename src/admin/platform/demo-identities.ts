import { createClient } from '@shared/client';
import { createFetchTransport } from '@shared/fetch-transport';
import { newRequestId } from '@shared/request-id';

/** A person of the demonstration county; only the local cloud has them. */
export interface DemoIdentity {
  kind: string;
  name: string;
  openid: string;
  note: string;
}

export interface DemoIdentities {
  /** Those who can sign in to the panel; empty wherever there is no local cloud. */
  list(): Promise<DemoIdentity[]>;
  /** Stands in for scanning the code with that person's WeChat; null when it worked, else the sentence why not. */
  confirmSignIn(openid: string, ticket: string): Promise<string | null>;
}

/** The demo identities of the local cloud, asked for over plain HTTP. Never rejects. */
export function createDemoIdentities(): DemoIdentities {
  return {
    async list() {
      try {
        const response = await fetch('/demo/identities', { headers: { accept: 'application/json' } });
        if (!response.ok) return [];
        const answer = (await response.json()) as unknown;
        return Array.isArray(answer)
          ? answer.filter(isIdentity).filter(({ kind }) => kind !== 'resident')
          : [];
      } catch {
        return [];
      }
    },
    async confirmSignIn(openid, ticket) {
      const headers = (): Record<string, string> => ({ 'x-demo-openid': openid });
      const client = createClient(createFetchTransport({ base: '/call/', headers }));
      const result = await client.call('staff.confirmSignIn', { ticket }, { requestId: newRequestId() });
      return result.ok ? null : result.error.message;
    },
  };
}

function isIdentity(value: unknown): value is DemoIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return ['kind', 'name', 'openid', 'note'].every((name) => typeof fields[name] === 'string');
}

import type { DemoIdentity } from './host-types';
import { versionIsSure } from './offline.h5';

const KEY = 'zhitong.demoIdentity';

/** Who the demonstration offers to be; empty where no demonstration is running. */
export async function listDemoIdentities(): Promise<DemoIdentity[]> {
  try {
    await versionIsSure();
    const response = await fetch('/demo/identities');
    if (!response.ok) return [];
    return readIdentities(await response.json());
  } catch {
    return [];
  }
}

/** The openid of the demonstration person one is now; null when one is oneself. */
export function currentDemoIdentity(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Become a person of the demonstration, or oneself again with null. */
export function becomeDemoIdentity(openid: string | null): void {
  try {
    if (openid === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, openid);
  } catch {
    // Without storage one stays oneself.
  }
}

function readIdentities(answer: unknown): DemoIdentity[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { openid, name, note, kind } = entry;
    if (typeof openid !== 'string' || typeof name !== 'string') return [];
    return [{ openid, name, note: typeof note === 'string' ? note : '', officer: kind !== 'resident' }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

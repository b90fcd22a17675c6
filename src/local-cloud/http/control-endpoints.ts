import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store } from '../engine/store';
import type { Functions } from '../runner/functions';
import type { Timers } from '../runner/timers';
import type { SentMessages } from '../wire/sent-messages';
import { sendJson, sendRefusal } from './messages';

/** What tests and the start command may ask of a running cloud, with the run's secret in `x-local-secret`. */
export class ControlEndpoints {
  constructor(
    private readonly secret: string,
    private readonly store: Store,
    private readonly functions: Functions,
    private readonly timers: Timers,
    private readonly sent: SentMessages,
    private readonly unindexed: ReadonlySet<string>,
    private readonly calls: ReadonlyMap<string, number>,
  ) {}

  /** `GET health` for everybody; `run-timer`, `sent-messages` and `disk-full` only with the secret. */
  async handle(request: IncomingMessage, response: ServerResponse, what: string, url: URL): Promise<void> {
    request.resume();
    if (what === 'health' && request.method === 'GET') return sendJson(response, 200, this.health());
    if (!this.isTrusted(request)) return sendRefusal(response, 403, 'FORBIDDEN', '缺少本次运行的控制口令');
    const name = url.pathname.split('/')[3] ?? '';
    if (what === 'run-timer' && request.method === 'POST') {
      try {
        return sendJson(response, 200, {
          ok: true,
          data: JSON.parse(await this.timers.run(name)) as unknown,
        });
      } catch (error) {
        return sendRefusal(
          response,
          503,
          'UNAVAILABLE',
          error instanceof Error ? error.message : String(error),
        );
      }
    }
    if (what === 'sent-messages' && request.method === 'GET')
      return sendJson(response, 200, this.sent.list());
    if (what === 'disk-full' && request.method === 'POST') {
      this.store.limitPages(name === 'on');
      return sendJson(response, 200, { ok: true });
    }
    sendRefusal(response, 404, 'NOT_FOUND', '没有这个地址');
  }

  private health(): object {
    return {
      ok: true,
      pid: process.pid,
      memoryMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
      database: this.store.counters,
      calls: Object.fromEntries(this.calls),
      unindexedQueries: [...this.unindexed],
      functions: this.functions.sizes(),
    };
  }

  private isTrusted(request: IncomingMessage): boolean {
    const given = Buffer.from(String(request.headers['x-local-secret'] ?? ''));
    const expected = Buffer.from(this.secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

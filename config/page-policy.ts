import { createHash } from 'node:crypto';
import type { Compiler } from 'webpack';

/** What stands first in the head of a built page; whatever the host of its files sends or does not send with it. */
export function withPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const scripts = ["'self'", ...inline.map(([, script = '']) => hashOf(script))].join(' ');
  const policy = `script-src ${scripts}; object-src 'none'; base-uri 'self'; form-action 'self'`;
  const metas = `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">`;
  const page = html.replace(/<meta charset="utf-8" ?\/?>/i, (charset) => charset + metas);
  if (page === html) throw new Error('页面开头没有 <meta charset>，config/page-policy.ts 要跟着改。');
  return page;
}

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const HTML = 'index.html';

/** Only the resident app's own scripts run in it: others get in neither through words nor through an address. */
export class PagePolicy {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PagePolicy', (compilation) => {
      // After the page was written with all of its scripts.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE + 2;
      compilation.hooks.processAssets.tap({ name: 'PagePolicy', stage }, (assets) => {
        const page = assets[HTML];
        if (page === undefined) return;
        compilation.updateAsset(HTML, new sources.RawSource(withPolicy(String(page.source()))));
      });
    });
  }
}

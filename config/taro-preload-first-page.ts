import type { Compiler } from 'webpack';

/** What the first page needs beside the entry: what pages share, and the page a scanned code opens. */
const SHARED = 'common';
const FIRST_PAGE = /[\\/]pages[\\/]home[\\/]index\.tsx$/;
const HTML = 'index.html';

/**
 * Names the files of the first page in index.html, so that a browser asks for them together with the entry: far from a
 * mast every journey there and back costs two seconds. Fails the build where it finds none of them.
 */
export class PreloadFirstPage {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PreloadFirstPage', (compilation) => {
      // After the page was written, and before the names get their last form: they are changed in the page too.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE + 1;
      compilation.hooks.processAssets.tap({ name: 'PreloadFirstPage', stage }, (assets) => {
        const page = assets[HTML];
        if (page === undefined) return;
        const { chunkGraph } = compilation;
        const needed = [...compilation.chunks].filter(
          (chunk) =>
            chunk.name === SHARED ||
            chunkGraph
              .getChunkModules(chunk)
              .some((module) => FIRST_PAGE.test(module.nameForCondition() ?? '')),
        );
        const links = needed.flatMap(({ files }) => [...files].map(linkTo)).join('');
        if (links === '') throw new Error('没有找到首页的脚本，config/taro-preload-first-page.ts 要跟着改。');
        const html = String(page.source()).replace('</head>', `${links}</head>`);
        compilation.updateAsset(HTML, new sources.RawSource(html));
      });
    });
  }
}

const linkTo = (file: string): string =>
  `<link rel="preload" href="./${file}" as="${file.endsWith('.css') ? 'style' : 'script'}">`;

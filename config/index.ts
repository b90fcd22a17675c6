import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { PagePolicy } from './page-policy';
import { OfflineWorker } from './taro-offline-worker';
import { PreloadFirstPage } from './taro-preload-first-page';

const root = resolve(__dirname, '..');
const isH5 = process.env.TARO_ENV === 'h5';

// Files outside sourceRoot are not compiled by Taro unless they are named here, for both targets.
const compile = { include: [resolve(root, 'src'), resolve(root, 'types')] };

/** The one Taro configuration: the same source becomes dist/miniprogram (WeChat) and dist/h5 (browser). */
const config: UserConfigExport<'webpack5'> = {
  projectName: 'zhitong',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src/miniprogram',
  outputRoot: isH5 ? 'dist/h5' : 'dist/miniprogram',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [resolve(root, 'config/taro-keep-aria.ts')],
  alias: { '@contract': resolve(root, 'types/contract'), '@shared': resolve(root, 'src/shared') },
  copy: {
    patterns: isH5 ? [] : [{ from: 'src/miniprogram/theme.json', to: 'dist/miniprogram/theme.json' }],
    options: {},
  },
  mini: {
    compile,
    // Sizes are written in real pixels and scaled by one variable, so nothing is converted to rpx.
    postcss: { pxtransform: { enable: false, config: {} } },
    optimizeMainPackage: { enable: true },
  },
  h5: {
    compile,
    webpackChain(chain) {
      // The size budget is held by the tests; webpack's own hint only fills the log.
      chain.performance.hints(false);
      chain.plugin('preload-first-page').use(PreloadFirstPage);
      chain.plugin('page-policy').use(PagePolicy);
      chain.plugin('offline-worker').use(OfflineWorker);
      // Without this every page carries its own copy of the components it shares with the others.
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: {
            common: {
              name: 'common',
              test: /[\\/](src[\\/](miniprogram|shared)|types)[\\/]/,
              chunks: 'async',
              minChunks: 2,
              priority: 20,
              enforce: true,
            },
          },
        },
      });
    },
    // A county may serve the pages under a path of its own.
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform: { enable: false, config: {} } },
  },
};

export default defineConfig<'webpack5'>(config);

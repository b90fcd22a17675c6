/** The arrows of the drawing in the README. A new arrow is a decision: record it in docs/decisions first. */

const CORE = '^cloudfunctions/core';
const ENTRIES = '^cloudfunctions/(resident|staff|panel|jobs)/';
const SHIPPED = '^(cloudfunctions/(core|resident|staff|panel|jobs)|types|src/(shared|miniprogram|admin))/';
const npm = (name) => `(^|/)node_modules/${name}(/|$)`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: at(from), to: at(to) });
const at = (place) => (typeof place === 'string' ? { path: place } : place);

module.exports = {
  forbidden: [
    rule('src-not-to-functions', '端与云只隔着线路上的信封', '^src/', '^cloudfunctions/'),
    rule('functions-not-to-src', '端与云只隔着线路上的信封', '^cloudfunctions/', '^src/'),
    rule('contract-stands-alone', '契约不依赖任何东西', '^types/contract/', { pathNot: '^types/contract/' }),
    rule('domain-is-pure', '领域规则只认识自己和契约', `${CORE}/domain/`, {
      pathNot: [`${CORE}/domain/`, '^types/contract/'],
    }),
    rule('app-has-one-door', '用例只认识领域、契约和端口，不用 npm 包', `${CORE}/app/`, {
      pathNot: [`${CORE}/(app|domain)/`, '^types/contract/'],
    }),
    rule('api-not-to-adapters', '两者由入口组合，互不相见', `${CORE}/api/`, `${CORE}/adapters/`),
    rule('adapters-not-to-api', '两者由入口组合，互不相见', `${CORE}/adapters/`, `${CORE}/api/`),
    rule('core-not-to-entries', '核心不知道谁在调用它', `${CORE}/`, ENTRIES),
    rule('entry-not-to-entry', '每个入口单独部署', '^cloudfunctions/(resident|staff|panel|jobs)/', {
      path: ENTRIES,
      pathNot: '^cloudfunctions/$1/',
    }),

    rule(
      'sdk-only-in-adapters',
      '只有适配器和替身的检验者认识 SDK',
      {
        pathNot: [`${CORE}/adapters/`, '^tests/', '(^|/)bench/'],
      },
      npm('@cloudbase/node-sdk'),
    ),
    rule(
      'schemas-only-in-api',
      '校验只在边界上做一次',
      { pathNot: [`${CORE}/api/`, '^tests/'] },
      npm('valibot'),
    ),
    rule(
      'taro-only-in-miniprogram',
      '只有小程序认识 Taro',
      { pathNot: ['^src/miniprogram/', '^config/', '^tests/'] },
      npm('@tarojs'),
    ),
    rule(
      'panel-library-only-in-admin',
      '只有工作台认识它的组件库',
      { pathNot: ['^src/admin/', '^config/', '^tests/'] },
      npm('tdesign-react'),
    ),
    rule(
      'engine-only-in-local-cloud',
      '只有本地云认识它的存储引擎',
      { pathNot: ['^src/local-cloud/', '^config/', '^tests/'] },
      npm('(libsql|mingo)'),
    ),

    rule('shared-stays-small', '共用代码只认识契约和 dayjs', '^src/shared/(?!papers/|report/|spreadsheet/)', {
      pathNot: ['^src/shared/', '^types/contract/', npm('dayjs')],
    }),
    rule('papers-know-only-docx', '文稿和报告的版式只多认识 docx', '^src/shared/(papers|report)/', {
      pathNot: ['^src/shared/', '^types/contract/', npm('dayjs'), npm('docx')],
    }),
    rule('spreadsheets-know-only-hucre', '表格的读写只多认识 hucre', '^src/shared/spreadsheet/', {
      pathNot: ['^src/shared/', '^types/contract/', npm('dayjs'), npm('hucre')],
    }),
    rule(
      'documents-only-in-panel',
      '文稿和表格在浏览器里做，不进小程序',
      '^src/miniprogram/',
      '^src/shared/(papers|report|spreadsheet)/',
    ),
    rule('miniprogram-not-to-others', '端与端互不引用', '^src/miniprogram/', '^src/(admin|local-cloud)/'),
    rule('admin-not-to-others', '端与端互不引用', '^src/admin/', '^src/(miniprogram|local-cloud)/'),
    rule(
      'local-cloud-not-to-others',
      '本地云以进程方式启动函数，不引用它们',
      '^src/local-cloud/',
      '^src/(miniprogram|admin)/',
    ),
    rule(
      'main-package-not-to-staff',
      '分包的代码不能进主包',
      '^src/miniprogram/(?!(staff|speech)/)',
      '^src/miniprogram/(staff|speech)/',
    ),
    rule(
      'feature-not-to-feature',
      '功能之间互不引用，共用的放到 features 之外',
      '^src/admin/features/([^/]+)/',
      {
        path: '^src/admin/features/',
        pathNot: '^src/admin/features/$1/',
      },
    ),

    rule('shipped-not-to-tests', '交付的代码不认识测试', { pathNot: '^tests/' }, '^tests/'),
    rule('shipped-not-to-dev-packages', '交付的代码只用 dependencies', SHIPPED, {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/(@types/|vite/client\\.d\\.ts)',
    }),
    rule(
      'only-known-packages',
      '每个用到的包都写在 package.json 里',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule('everything-resolves', '引用的文件都存在', {}, { couldNotResolve: true }),
    rule('no-circles', '没有循环引用', {}, { circular: true }),
    rule('no-dead-functions', '核心里的每个文件都有入口用到', '^cloudfunctions/\\w+/index\\.ts$', {
      path: `${CORE}/`,
      reachable: false,
    }),
    rule(
      'no-dead-pages',
      '小程序里的每个文件都有页面用到',
      '^src/miniprogram/(app|((staff|speech)/)?pages/.*)\\.tsx?$',
      {
        path: '^src/miniprogram/',
        pathNot: ['\\.d\\.ts$', '\\.config\\.ts$', '/pages/', '^src/miniprogram/app', '\\.h5\\.tsx?$'],
        reachable: false,
      },
    ),
    rule('no-dead-panel', '工作台里的每个文件都从 main 到得了', '^src/admin/main\\.tsx$', {
      path: '^src/admin/.*\\.tsx?$',
      pathNot: ['\\.d\\.ts$', '^src/admin/main\\.tsx$'],
      reachable: false,
    }),
    rule(
      'no-orphans',
      '没有无人引用、也不引用别人的文件',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.m?ts$',
          '\\.config\\.',
          '/pages/',
          '^src/miniprogram/app',
          '\\.h5\\.tsx?$',
          '^tests/',
          '/setup/content/',
          '^config/',
        ],
      },
      {},
    ),
  ],

  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|\\.tmp|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};

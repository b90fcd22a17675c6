import speechPlugin from './speech-plugin.json';

const isWeapp = process.env.TARO_ENV === 'weapp';

// The plugin is taken along only where the county's account has added it: WeChat compiles nothing with one it has not.
const { enabled, version, provider } = speechPlugin;
const speech =
  isWeapp && enabled
    ? [{ root: 'speech', pages: ['pages/listen/index'], plugins: { WechatSI: { version, provider } } }]
    : [];

// WeChat knows the two themes by name (theme.json); a browser takes the page's own colours.
const bar = isWeapp
  ? {
      navigationBarBackgroundColor: '@paper',
      navigationBarTextStyle: '@textStyle' as 'black',
      backgroundColor: '@paper',
      backgroundTextStyle: '@backgroundStyle' as 'dark',
    }
  : {};

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/submit/index',
    'pages/receipt/index',
    'pages/mine/index',
    'pages/lead/index',
    'pages/feedback/index',
    'pages/track/index',
    'pages/published/index',
    'pages/place/index',
    'pages/privacy/index',
    'pages/missing/index',
  ],
  subPackages: [
    {
      root: 'staff',
      pages: [
        'pages/queue/index',
        'pages/lead/index',
        'pages/command/index',
        'pages/notices/index',
        'pages/confirm-sign-in/index',
      ],
    },
    ...speech,
  ],
  window: { navigationBarTitleText: '直通', ...bar },
  ...(isWeapp
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        lazyCodeLoading: 'requiredComponents',
        __usePrivacyCheck__: true,
        requiredPrivateInfos: ['chooseLocation'],
      }
    : { animation: false }),
});

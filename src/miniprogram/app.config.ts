const isWeapp = process.env.TARO_ENV === 'weapp';

export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [{ root: 'staff', pages: ['pages/queue/index'] }],
  window: {
    navigationBarTitleText: '直通',
    navigationBarBackgroundColor: isWeapp ? '@paper' : '#F6F1E6',
    navigationBarTextStyle: isWeapp ? '@textStyle' : 'black',
    backgroundColor: isWeapp ? '@paper' : '#F6F1E6',
    backgroundTextStyle: isWeapp ? '@backgroundStyle' : 'dark',
  },
  ...(isWeapp
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        lazyCodeLoading: 'requiredComponents',
        __usePrivacyCheck__: true,
      }
    : {}),
});

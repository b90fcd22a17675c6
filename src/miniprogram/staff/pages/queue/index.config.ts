export default definePageConfig({
  navigationBarTitleText: '待办',
  ...(process.env.TARO_ENV === 'weapp' ? { enablePullDownRefresh: true } : {}),
});

export default definePageConfig({ navigationBarTitleText: '解决了没有' });

export default definePageConfig({ navigationBarTitleText: '直通' });

export default definePageConfig({ navigationBarTitleText: '说说您遇到的问题' });

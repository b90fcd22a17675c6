export default definePageConfig({ navigationBarTitleText: '委员和联络站' });

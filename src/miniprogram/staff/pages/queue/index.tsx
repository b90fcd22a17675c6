import { View } from '@tarojs/components';
export default function Queue() {
  return <View>待办</View>;
}

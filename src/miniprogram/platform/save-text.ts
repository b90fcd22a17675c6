import Taro from '@tarojs/taro';

/** WeChat gives no file to the phone: the text goes to the clipboard. A sentence on where it went; never rejects. */
export async function saveText(_name: string, text: string): Promise<string> {
  try {
    await Taro.setClipboardData({ data: text });
    return '复制好了，可以贴到别处保存。';
  } catch {
    return '没有复制成，请再点一次。';
  }
}

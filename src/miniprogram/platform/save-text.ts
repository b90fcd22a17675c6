import { host } from './host';
import type { TextToKeep } from './save-text-types';

/** WeChat gives no file to the phone: the text goes to the clipboard. A sentence on where it went; never rejects. */
export async function saveText({ pasted }: TextToKeep): Promise<string> {
  try {
    await host.copy(pasted);
    return '复制好了。请打开微信里的「文件传输助手」，按住下面写字的格子，点「粘贴」，再点「发送」，就存下来了。';
  } catch {
    return '没有复制成。要带走，请再点一次；只是看看，下面都写着。';
  }
}

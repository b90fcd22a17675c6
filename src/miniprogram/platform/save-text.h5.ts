import type { TextToKeep } from './save-text-types';

/** Gives a text to the browser as a file; a sentence on where it went. Never rejects. */
export function saveText({ name, type, text }: TextToKeep): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return Promise.resolve(`存好了，文件名是「${name}」，在手机的下载里。找不到的话，把这一页截屏，也能留下。`);
}

/** Gives a text to the browser as a file; a sentence on where it went. Never rejects. */
export function saveText(name: string, text: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return Promise.resolve(`存好了，文件名是「${name}」，在手机的下载里。`);
}

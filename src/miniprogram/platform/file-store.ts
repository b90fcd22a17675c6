import Taro from '@tarojs/taro';

/*
 * Files that outlive the mini-program: WeChat deletes what lies under a temporary path whenever it likes, what is
 * written under the user's own path stays until it is removed. A key is the file's name there.
 */

const files = (): Taro.FileSystemManager => Taro.getFileSystemManager();

/** Where a kept file lies. Keys of earlier versions are whole paths. */
export const pathOf = (key: string): string =>
  key.includes('/') ? key : `${Taro.env.USER_DATA_PATH ?? ''}/${key}`;

/** Reads a whole file; rejects when it is not there. */
export function readBytes(filePath: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    files().readFile({
      filePath,
      success: ({ data }) =>
        typeof data === 'string' ? reject(new Error('not bytes')) : resolve(new Uint8Array(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** Keeps bytes under a name and gives the key; rejects when the phone has no room. */
export function keepFile(name: string, bytes: Uint8Array): Promise<string> {
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return new Promise((resolve, reject) => {
    files().writeFile({
      filePath: pathOf(name),
      data,
      success: () => resolve(name),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** Whether the bytes are still there. */
export function hasFile(key: string): boolean {
  try {
    files().accessSync(pathOf(key));
    return true;
  } catch {
    return false;
  }
}

/** Removes kept files; one that is gone already is no trouble. */
export async function forgetFiles(keys: readonly string[]): Promise<void> {
  await Promise.all(
    keys.map(
      (key) =>
        new Promise<void>((resolve) => {
          files().unlink({ filePath: pathOf(key), complete: () => resolve() });
        }),
    ),
  );
}

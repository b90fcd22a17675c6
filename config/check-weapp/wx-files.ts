/** WeChat's files, camera and recorder, as far as the app uses them. What is written stays, also for the next start. */

interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (reason: { errMsg: string }) => void;
  complete?: (result: unknown) => void;
}
type Listener = (result: unknown) => void;

export interface StubbedFiles {
  /** By path. A phone that is started again keeps those under the user's own path. */
  files: Map<string, Uint8Array>;
  /** What the next pictures, video or recording will be. */
  camera: { photos: Uint8Array[]; voice: Uint8Array };
  /** Keys and sizes of what went up, in order. */
  uploaded: { path: string; bytes: number }[];
  /** While true nothing goes up. */
  uploadsFail: boolean;
}

export const USER_PATH = 'wxfile://usr';
const MISSING = { errMsg: 'fail no such file or directory' };

const end = (options: Callbacks, result: object | null): void => {
  setTimeout(() => {
    if (result) options.success?.(result);
    else options.fail?.(MISSING);
    options.complete?.(result ?? MISSING);
  }, 0);
};

/** The calls of wx for files, and what they did. */
export function stubFiles(): { stub: StubbedFiles; api: Record<string, unknown> } {
  const stub: StubbedFiles = {
    files: new Map(),
    camera: { photos: [], voice: Uint8Array.of(0xff, 0xf1, 0x50, 0x80) },
    uploaded: [],
    uploadsFail: false,
  };
  let drawn = 0;
  const temporary = (bytes: Uint8Array, ending: string): string => {
    drawn += 1;
    const path = `wxfile://tmp_${drawn}.${ending}`;
    stub.files.set(path, bytes);
    return path;
  };
  const api = {
    env: { USER_DATA_PATH: USER_PATH },
    getFileSystemManager: () => fileSystem(stub.files),
    // One of the calls that Taro hands through as they are: WeChat answers it with a promise itself.
    chooseMedia: ({ count }: { count: number }) =>
      Promise.resolve({
        type: 'image',
        tempFiles: stub.camera.photos.slice(0, count).map((bytes) => ({
          tempFilePath: temporary(bytes, 'jpg'),
          size: bytes.length,
          fileType: 'image',
        })),
      }),
    compressImage: (options: Callbacks & { src: string }) =>
      end(options, stub.files.has(options.src) ? { tempFilePath: options.src } : null),
    uploadFile(options: Callbacks & { filePath: string }) {
      const bytes = stub.files.get(options.filePath);
      if (bytes && !stub.uploadsFail) stub.uploaded.push({ path: options.filePath, bytes: bytes.length });
      end(options, bytes && !stub.uploadsFail ? { statusCode: 204, data: '' } : null);
      return {};
    },
    getRecorderManager: () => recorder(() => temporary(stub.camera.voice, 'aac')),
  };
  return { stub, api };
}

function fileSystem(files: Map<string, Uint8Array>): object {
  return {
    readFile(options: Callbacks & { filePath: string }) {
      const bytes = files.get(options.filePath);
      end(options, bytes ? { data: bytes.slice().buffer } : null);
    },
    writeFile(options: Callbacks & { filePath: string; data: ArrayBuffer }) {
      files.set(options.filePath, new Uint8Array(options.data).slice());
      end(options, { errMsg: 'writeFile:ok' });
    },
    accessSync(path: string) {
      if (!files.has(path)) throw new Error(MISSING.errMsg);
    },
    unlink(options: Callbacks & { filePath: string }) {
      end(options, files.delete(options.filePath) ? { errMsg: 'unlink:ok' } : null);
    },
  };
}

function recorder(record: () => string): object {
  const listeners: Record<string, Listener> = {};
  const tell = (name: string, result: object): void => void setTimeout(() => listeners[name]?.(result), 0);
  return {
    onStart: (listener: Listener) => (listeners['start'] = listener),
    onStop: (listener: Listener) => (listeners['stop'] = listener),
    onError: (listener: Listener) => (listeners['error'] = listener),
    start: () => tell('start', {}),
    stop: () => tell('stop', { tempFilePath: record(), duration: 12_000, fileSize: 4 }),
  };
}

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
  /** Pictures put into the phone's album. */
  album: Uint8Array[];
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
export function stubFiles(admits: (name: string) => boolean): {
  stub: StubbedFiles;
  api: Record<string, unknown>;
} {
  const stub: StubbedFiles = {
    files: new Map(),
    camera: { photos: [], voice: Uint8Array.of(0xff, 0xf1, 0x50, 0x80) },
    uploaded: [],
    album: [],
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
    chooseMedia: ({ count, mediaType }: { count: number; mediaType: string[] }) =>
      admits('chooseMedia')
        ? Promise.resolve({
            type: mediaType[0],
            tempFiles: stub.camera.photos.slice(0, count).map((bytes) => ({
              tempFilePath: temporary(bytes, mediaType[0] === 'video' ? 'mp4' : 'jpg'),
              size: bytes.length,
              duration: 5,
              fileType: mediaType[0],
            })),
          })
        : Promise.reject(new Error('chooseMedia:fail privacy permission is not authorized')),
    chooseLocation: (options: Callbacks) =>
      end(options, admits('chooseLocation') ? { latitude: 34.13456, longitude: 112.08345 } : null),
    createOffscreenCanvas: () => ({ getContext: () => pen() }),
    canvasToTempFilePath: () =>
      Promise.resolve({ tempFilePath: temporary(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'png') }),
    saveImageToPhotosAlbum(options: Callbacks & { filePath: string }) {
      const bytes = stub.files.get(options.filePath);
      const isKept = admits('saveImageToPhotosAlbum') && bytes !== undefined;
      if (isKept) stub.album.push(bytes);
      end(options, isKept ? { errMsg: 'saveImageToPhotosAlbum:ok' } : null);
    },
    compressImage: (options: Callbacks & { src: string }) =>
      end(options, stub.files.has(options.src) ? { tempFilePath: options.src } : null),
    uploadFile(options: Callbacks & { filePath: string }) {
      const bytes = stub.files.get(options.filePath);
      if (bytes && !stub.uploadsFail) stub.uploaded.push({ path: options.filePath, bytes: bytes.length });
      end(options, bytes && !stub.uploadsFail ? { statusCode: 204, data: '' } : null);
      return {};
    },
    getRecorderManager: () => recorder(() => temporary(stub.camera.voice, 'aac'), admits),
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

/** As much of a drawing context as the receipt is drawn with. */
const pen = (): object => ({
  fillRect: () => undefined,
  strokeRect: () => undefined,
  fillText: () => undefined,
  measureText: (text: string) => ({ width: text.length * 16 }),
});

function recorder(record: () => string, admits: (name: string) => boolean): object {
  const listeners: Record<string, Listener> = {};
  const tell = (name: string, result: object): void => void setTimeout(() => listeners[name]?.(result), 0);
  return {
    onStart: (listener: Listener) => (listeners['start'] = listener),
    onStop: (listener: Listener) => (listeners['stop'] = listener),
    onError: (listener: Listener) => (listeners['error'] = listener),
    start: () => (admits('record') ? tell('start', {}) : tell('error', MISSING)),
    stop: () => tell('stop', { tempFilePath: record(), duration: 12_000, fileSize: 4 }),
  };
}

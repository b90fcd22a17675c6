import Taro from '@tarojs/taro';
import type { UploadTicket } from '@contract/actions';
import { VIDEO_BYTES_MAX, VIDEO_SECONDS_MAX, VOICE_SECONDS_MAX } from '@contract/limits';
import { PHOTO_SIDE } from '@shared/draw-photo';
import { blankVideoMetadata, jpegWithoutMetadata } from '@shared/file-metadata';
import { newRequestId } from '@shared/request-id';
import { keepVoice } from './keep-voice';
import { forgetFiles, hasFile, keepFile, pathOf, readBytes } from './file-store';
import { mayUsePersonalThings } from './privacy';
import { FileGone, type Located, type MediaHost, type Picked, type PickedFile } from './media-types';

const MB = 1024 * 1024;
const QUALITY = 80;
const none = (problem: string | null): Picked => ({ files: [], problem });
const WITHOUT_FILES = '没有同意，所以没有打开相册和相机。不加也能提交；想加，再点一次就行。';
const WITHOUT_VOICE = '没有同意，所以没有录音。打字一样能提交；想录音，再点一次就行。';
const WITHOUT_PLACE = '没有同意，所以没有取位置。把地方写清楚也一样，比如「村口小桥东头」。';

/** WeChat makes photos smaller; what a camera wrote beside the picture is taken out here, whatever WeChat left. */
async function choosePhotos(count: number): Promise<Picked> {
  if (!(await mayUsePersonalThings())) return none(WITHOUT_FILES);
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    const files: PickedFile[] = [];
    for (const { tempFilePath } of tempFiles) {
      const file = await takePhoto(tempFilePath);
      if (file) files.push(file);
    }
    const lost = tempFiles.length - files.length;
    return { files, problem: lost > 0 ? `有${lost}张照片打不开，请换一张，也可以把它截个图再选。` : null };
  } catch {
    return none(null);
  }
}

async function takePhoto(path: string): Promise<PickedFile | null> {
  try {
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: QUALITY,
      // WeChat scales by the width: a photo that stands upright stays higher than this.
      compressedWidth: PHOTO_SIDE,
    });
    const clean = jpegWithoutMetadata(await readBytes(tempFilePath));
    if (clean === null) return null;
    const key = await keepFile(`${newRequestId()}.jpg`, clean);
    return { key, preview: pathOf(key), contentType: 'image/jpeg', bytes: clean.length };
  } catch {
    return null;
  }
}

async function chooseVideo(): Promise<Picked> {
  if (!(await mayUsePersonalThings())) return none(WITHOUT_FILES);
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sizeType: ['compressed'],
      maxDuration: VIDEO_SECONDS_MAX,
    });
    const [file] = tempFiles;
    if (!file) return none(null);
    if (file.size > VIDEO_BYTES_MAX || file.duration > VIDEO_SECONDS_MAX + 1)
      return none(`录像太长了，请拍短一点：${VIDEO_SECONDS_MAX}秒、${VIDEO_BYTES_MAX / MB} MB 以内。`);
    const bytes = await readBytes(file.tempFilePath);
    if (!blankVideoMetadata(bytes)) return none('这个录像打不开，请换一个，或者拍几张照片。');
    const key = await keepFile(`${newRequestId()}.mp4`, bytes);
    const seconds = Math.round(file.duration);
    return {
      files: [{ key, preview: '', contentType: 'video/mp4', bytes: bytes.length, seconds }],
      problem: null,
    };
  } catch {
    return none(null);
  }
}

const record: MediaHost['record'] = async (onFull) =>
  (await mayUsePersonalThings()) ? recordNow(onFull) : { problem: WITHOUT_VOICE };

/** One voice: m4a at a rate that is enough for speech. */
const recordNow: MediaHost['record'] = (onFull) =>
  new Promise((resolve) => {
    const recorder = Taro.getRecorderManager();
    let isCancelled = false;
    let give: (picked: Picked) => void = () => undefined;
    const ended = new Promise<Picked>((done) => (give = done));
    recorder.onStart(() =>
      resolve({
        stop: () => {
          recorder.stop();
          return ended;
        },
        cancel: () => {
          isCancelled = true;
          recorder.stop();
        },
      }),
    );
    recorder.onStop(({ tempFilePath, duration }) => {
      if (isCancelled) return give(none(null));
      void keepVoice(tempFilePath, duration / 1000).then(give);
      if (duration >= VOICE_SECONDS_MAX * 1000 - 200) onFull();
    });
    recorder.onError(() => {
      const problem = '没有让用麦克风，所以录不了。可以打字，也可以在右上角的设置里打开麦克风再来。';
      give(none(problem));
      resolve({ problem });
    });
    recorder.start({
      duration: VOICE_SECONDS_MAX * 1000,
      format: 'aac',
      sampleRate: 16_000,
      numberOfChannels: 1,
      encodeBitRate: 48_000,
    });
  });

async function locate(): Promise<Located> {
  if (!(await mayUsePersonalThings())) return { problem: WITHOUT_PLACE };
  try {
    const { latitude, longitude } = await Taro.chooseLocation({});
    return { point: { latitude, longitude } };
  } catch {
    return { problem: '没有选到位置。把地方写清楚也一样，比如「村口小桥东头」。' };
  }
}

async function send(key: string, ticket: UploadTicket): Promise<void> {
  if (!hasFile(key)) throw new FileGone();
  const filePath = pathOf(key);
  const status =
    ticket.method === 'POST' ? await postFile(filePath, ticket) : await putFile(filePath, ticket);
  if (status < 200 || status > 299) throw new Error(`upload answered ${status}`);
}

async function postFile(filePath: string, { url, fields, headers }: UploadTicket): Promise<number> {
  const answer = await Taro.uploadFile({ url, filePath, name: 'file', formData: fields, header: headers });
  return answer.statusCode;
}

async function putFile(filePath: string, { url, headers }: UploadTicket): Promise<number> {
  const { buffer } = await readBytes(filePath);
  const answer = await Taro.request({ url, method: 'PUT', data: buffer, header: headers });
  return answer.statusCode;
}

/** WeChat's side of files. */
export const media: MediaHost = {
  choosePhotos,
  chooseVideo,
  canRecord: true,
  record,
  canLocate: true,
  locate,
  send,
  addressOf: (key) => Promise.resolve(hasFile(key) ? pathOf(key) : null),
  forget: forgetFiles,
  isLasting: () => true,
};

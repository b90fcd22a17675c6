import type { OutputOf } from '@contract/actions';
import { grantFor, townshipsOfCodes } from '../../domain/permissions/permissions';
import { readNumber } from '../../domain/codes/code';
import { findPlace } from '../../domain/county';
import { chinaDate } from '../../domain/deadlines/working-days';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller, Ports } from '../ports';
import type { CodePictures } from './code-ports';
import { codesIn, readFacts } from './list-codes';

const NOT_SET_UP =
  '本县还没有接入微信小程序，取不到小程序码。先用普通二维码，微信扫一扫也能打开。接入办法在部署说明里。';
/** How many one run of the timer fetches: well within its minute. */
const BATCH = 40;
const ATTEMPTS = 3;

/**
 * Writes down that WeChat's pictures are wanted, for a township or for all; how many wait now. The panel itself cannot
 * ask WeChat: the timer does. WRONG_STATE where the county has no mini-program. Asking twice is the same.
 */
export async function requestWechatCodes(
  { townshipId }: { townshipId?: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<{ waiting: number }>> {
  if (grantFor(caller.account.grants, 'requestWechatCodes', null) === null) return refuse('FORBIDDEN');
  const county = await ports.county();
  if (county.codes?.wechat !== true) return refuse('WRONG_STATE', NOT_SET_UP);
  const townships = county.townships.filter(({ id }) => townshipId === undefined || id === townshipId);
  if (townships.length === 0) return refuse('NOT_FOUND');
  const today = chinaDate(ports.clock.now());
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const facts = await readFacts(ports, false);
    const wanted = townships
      .flatMap((township) => codesIn(township, facts))
      .filter(({ retired, wechat }) => retired === null && wechat === 'none')
      .filter(({ validUntil }) => validUntil === null || validUntil >= today)
      .map(({ id }) => id);
    const waiting = [...facts.pictures.waiting, ...wanted];
    if (await ports.codePictures.write({ ...facts.pictures, waiting, problem: null }))
      return done({ waiting: waiting.length });
  }
  return refuse('VERSION_CONFLICT');
}

/** Addresses of the pictures that are ready, of codes the caller may print; the others are left out. */
export async function getCodePictures(
  { codeIds }: { codeIds: string[] },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.getCodePictures'>>> {
  const reach = townshipsOfCodes(caller.account.grants);
  if (reach === null) return refuse('FORBIDDEN');
  const [county, { files }] = await Promise.all([ports.county(), ports.codePictures.read()]);
  const asked = codeIds.flatMap((id): [string, string][] => {
    const code = readNumber(id, county);
    const fileId = files[id];
    if (typeof code === 'string' || fileId === undefined) return [];
    const townshipId = findPlace(county, code.placeId)?.township.id ?? '';
    return reach === 'all' || reach.includes(townshipId) ? [[id, fileId]] : [];
  });
  const urls = await ports.codePictures.urls(asked.map(([, fileId]) => fileId));
  return done({
    urls: Object.fromEntries(
      asked.flatMap(([id, fileId]) => (urls.has(fileId) ? [[id, urls.get(fileId)]] : [])),
    ) as Record<string, string>,
  });
}

/**
 * Fetches what is wished for from WeChat; how many came. Each picture always lies in the same place, so a run that was
 * cut off fetches it again and nothing is there twice. A refusal ends the wish and is written down in words.
 */
export async function fetchWechatCodes(ports: Ports): Promise<number> {
  const pictures = await ports.codePictures.read();
  const batch = pictures.waiting.slice(0, BATCH);
  if (batch.length === 0) return 0;
  const files = { ...pictures.files };
  let next: Partial<CodePictures> = {};
  const fetched = new Set<string>();
  for (const id of batch) {
    const made = await ports.wechatCodes.make(id);
    if (made.outcome === 'made') {
      files[id] = await ports.codePictures.keep(id, made.picture);
      fetched.add(id);
      continue;
    }
    if (made.outcome === 'failed') {
      ports.log.error('wechat refused a code', { code: String(made.code) });
      next = { waiting: [], problem: refusalInWords(made.code) };
    }
    break;
  }
  const waiting = pictures.waiting.filter((id) => !fetched.has(id));
  // Somebody wished for more meanwhile: the next run finds the same wish and fetches these again.
  const isKept = await ports.codePictures.write({ ...pictures, files, waiting, ...next });
  return isKept ? fetched.size : 0;
}

const REFUSALS: ReadonlyMap<number, string> = new Map([
  [41030, '小程序还没有发布，微信找不到扫码要打开的页面。发布以后再取一次。'],
  [40001, '微信不认这个云环境，请检查小程序和云环境有没有关联。'],
  [-604101, '定时函数没有取小程序码的权限，请按部署说明重新部署 jobs。'],
  [40129, '小程序还没有发布正式版。发布以后再取一次。'],
]);

const refusalInWords = (code: number): string =>
  `${REFUSALS.get(code) ?? '微信没有给小程序码，请稍后再取一次。'}（微信代码 ${code}）`;

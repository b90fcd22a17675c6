import { host } from '../platform/host';
import { intakes } from './intake';
import { answers, filesOfAnswers } from './kept-answers';
import { isNothing } from './drafts';
import { readDrafts } from './kept-draft';
import { outbox } from './outbox-here';
import { recentPlaces } from './places';
import { receipts } from './receipts';

/** What this device itself remembers of somebody, and what they would call it. */
const REMEMBERED = [
  { list: receipts, name: '编号和查询码' },
  { list: answers, name: '写了一半的话' },
  { list: recentPlaces, name: '选过的地方' },
  { list: intakes, name: '扫过的码' },
];

/** What lies on this device of somebody, in their words; empty where nothing does. */
export function whatIsHere(): string[] {
  const drafts = isNothing(readDrafts()) ? [] : ['没发的草稿'];
  return [...drafts, ...REMEMBERED.flatMap(({ list, name }) => (list.read().length > 0 ? [name] : []))];
}

/** After everything of one's own was erased in the cloud: here too, files and all, and the device becomes one nobody has seen. */
export function forgetHere(): void {
  outbox().discardAll();
  void host.media.forget(filesOfAnswers());
  for (const { list } of REMEMBERED) host.storage.remove(list.key);
  host.forgetDevice();
}

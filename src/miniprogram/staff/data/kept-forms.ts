import type { DraftPhoto } from '../../data/draft';
import { readJson, writeJson } from '../../data/kept';

const KEY = 'zhitong.staffForms';
/** So many half-written forms are kept on one phone, the latest. */
const FORMS_MAX = 12;

export interface KeptForm {
  /** The lead and the command it was written for. */
  key: string;
  typed: Partial<Record<string, string>>;
  photos: DraftPhoto[];
}

/** What was being written for this lead and command when the app was last open; null when nothing was. */
export function readForm(key: string): KeptForm | null {
  return readForms().find((form) => form.key === key) ?? null;
}

/** Keeps what is being written; when the phone is full, without the previews of the photos. */
export function keepForm(form: KeptForm): void {
  const forms = [form, ...readForms().filter(({ key }) => key !== form.key)].slice(0, FORMS_MAX);
  if (writeJson(KEY, forms)) return;
  const photos = form.photos.map((photo) => ({ ...photo, preview: '' }));
  writeJson(KEY, [{ ...form, photos }]);
}

/** Forgets it, after it was sent. */
export function dropForm(key: string): void {
  const forms = readForms();
  if (forms.some((form) => form.key === key))
    writeJson(
      KEY,
      forms.filter((form) => form.key !== key),
    );
}

const readForms = (): KeptForm[] => readJson<KeptForm[]>(KEY, Array.isArray) ?? [];

import type { DraftPhoto } from '../../data/draft';
import { keptList, writeJson } from '../../data/kept';

export interface KeptForm {
  /** The lead and the command it was written for. */
  key: string;
  typed: Partial<Record<string, string>>;
  photos: DraftPhoto[];
}

const forms = keptList<KeptForm>('zhitong.staffForms', 12, ({ key }) => key);

/** What was being written for this lead and command when the app was last open; null when nothing was. */
export const readForm = (key: string): KeptForm | null => forms.find(key) ?? null;

/** Keeps what is being written; when the phone is full, without the previews of the photos, and then alone. */
export function keepForm(form: KeptForm): void {
  const bare = { ...form, photos: form.photos.map((photo) => ({ ...photo, preview: '' })) };
  if (!forms.keep(form, bare)) writeJson(forms.key, [bare]);
}

/** Forgets it, after it was sent. */
export const dropForm = (key: string): void => forms.forget(key);

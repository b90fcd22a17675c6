import { useState } from 'react';
import type { TrackedLeadView } from '@contract/lead-views';
import { api } from '../../data/api';
import type { DraftPhoto } from '../../data/draft';
import { sendPhotos } from '../../data/send-photos';
import { useKeptAnswer } from '../../data/use-kept-answer';
import { useLeadCommand, type HeldLead } from '../../data/use-lead-command';
import { host } from '../../platform/host';
import { askedOf, checkFeedback, EMPTY_FEEDBACK, type FeedbackDraft } from './feedback-form';

interface Feedback {
  draft: FeedbackDraft;
  photos: DraftPhoto[];
  change: (part: Partial<FeedbackDraft>) => void;
  changePhotos: (photos: DraftPhoto[]) => void;
  send: () => void;
  /** What is being done just now; null when nothing is. */
  busy: string | null;
  problem: string | null;
}

type KeptFeedback = FeedbackDraft & { photos: DraftPhoto[] };
const EMPTY: KeptFeedback = { ...EMPTY_FEEDBACK, photos: [] };

const withoutPreviews = ({ photos, ...answer }: KeptFeedback): KeptFeedback => ({
  ...answer,
  photos: photos.map((photo) => ({ ...photo, preview: '' })),
});

/** The answer while it is written, kept on the device until it is sent: the photos go up first, then the answer, once. */
export function useFeedback<View extends TrackedLeadView>(
  heldLead: Omit<HeldLead<View>, 'onChanged'> & { onDone: (fixed: boolean, lead: View) => void },
): Feedback {
  const kept = useKeptAnswer<KeptFeedback>(`feedback ${heldLead.lead.number}`, EMPTY, withoutPreviews);
  const { photos, ...draft } = kept.value;
  const [problem, setProblem] = useState<string | null>(null);
  const [uploading, setUploading] = useState<string | null>(null);
  const command = useLeadCommand('giveFeedback', {
    ...heldLead,
    onChanged: (lead: View) => {
      kept.forget();
      void host.media.forget(photos.map(({ key }) => key));
      heldLead.onDone(draft.fixed === true, lead);
    },
    onFilesLost: () => kept.change({ photos: photos.map((photo) => ({ ...photo, fileId: null })) }),
  });

  const send = async (): Promise<void> => {
    const checked = checkFeedback(draft, askedOf(heldLead.lead));
    setProblem(checked.ok ? null : checked.problem);
    if (!checked.ok || uploading !== null) return;
    const sent = await sendPhotos('resident.prepareUpload', photos, {
      client: api,
      sendFile: host.media.send,
      say: setUploading,
      keep: (sent) => kept.change({ photos: sent }),
    });
    setUploading(null);
    if (sent.kind === 'stuck') return setProblem('有照片没传上去，请再点一次提交，或者去掉照片。');
    if (sent.kind !== 'uploaded') return setProblem(sent.message);
    const evidence = sent.photos.flatMap(({ fileId }) => (fileId ? [fileId] : []));
    command.run({ ...checked.input, ...(evidence.length > 0 ? { evidence } : {}) });
  };

  return {
    draft,
    photos,
    change: (part) => {
      setProblem(null);
      kept.change(part);
    },
    changePhotos: (picked) => kept.change({ photos: picked }),
    send: () => void send(),
    busy: uploading ?? (command.running ? '正在提交…' : null),
    problem: problem ?? command.problem,
  };
}

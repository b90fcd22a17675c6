import { useRef, useState, type RefObject } from 'react';
import { Button } from 'tdesign-react/es/button';
import { PHOTOS_MAX } from '@contract/limits';
import { newRequestId } from '@shared/request-id';
import { Refusal, sentenceOf } from '../../../platform/refusal';
import { useServices } from '../../../platform/services';
import { usePanelCall } from '../../../platform/use-panel';
import { SENDING, isSending } from './command-form';

interface PhotoFieldProps {
  /** The photos' file ids, and a mark for each that is still on its way. */
  list: readonly string[];
  onChange: (list: string[]) => void;
}

/** Where each photo of this visit can be looked at; a form that is opened again shows them again. */
const PREVIEWS = new Map<string, string>();

/** Photos of a command: each goes up as soon as it is chosen, and can be taken away again. */
export function PhotoField({ list, onChange }: PhotoFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { add, remove, problem } = usePhotos(list, onChange);
  return (
    <div className="photo-field">
      {list.length > 0 && (
        <ul className="photo-field__list" aria-label={`照片，${list.length} 张`}>
          {list.map((id, index) => (
            <li key={id}>
              {isSending(id) ? (
                <span className="photo-field__sending">正在传…</span>
              ) : (
                <img src={PREVIEWS.get(id)} alt={`第 ${index + 1} 张照片`} />
              )}
              <button type="button" aria-label={`去掉第 ${index + 1} 张照片`} onClick={() => remove(id)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Picker picker={picker} onPick={add} />
      {list.length < PHOTOS_MAX && (
        <Button type="button" variant="outline" onClick={() => picker.current?.click()}>
          加照片
        </Button>
      )}
      {problem && (
        <p className="photo-field__problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Picker({
  picker,
  onPick,
}: {
  picker: RefObject<HTMLInputElement>;
  onPick: (files: File[]) => void;
}) {
  return (
    <input
      ref={picker}
      type="file"
      accept="image/*"
      multiple
      hidden
      onChange={({ target }) => {
        onPick([...(target.files ?? [])]);
        // The same photo can be chosen again after it was taken away.
        target.value = '';
      }}
    />
  );
}

function usePhotos(list: readonly string[], onChange: PhotoFieldProps['onChange']) {
  const [problem, setProblem] = useState<string | null>(null);
  const send = useSend();
  // A photo takes its time: what was typed and chosen meanwhile stays.
  const latest = useRef({ list, onChange });
  latest.current = { list, onChange };
  const put = (next: readonly string[]): void => {
    latest.current.list = next;
    latest.current.onChange([...next]);
  };
  const add = async (files: readonly File[]): Promise<void> => {
    const room = PHOTOS_MAX - latest.current.list.length;
    const problems = files.length > room ? [`最多 ${PHOTOS_MAX} 张，多出来的没有加。`] : [];
    const marked = files.slice(0, room).map((file) => ({ file, mark: `${SENDING}${newRequestId()}` }));
    put([...latest.current.list, ...marked.map(({ mark }) => mark)]);
    // One after the other: nine unpacked photos at once are more than an old computer has room for.
    for (const { file, mark } of marked) {
      const came = await send(file);
      if ('problem' in came) problems.push(came.problem);
      const arrived = 'fileId' in came ? [came.fileId] : [];
      put(latest.current.list.flatMap((id) => (id === mark ? arrived : [id])));
    }
    setProblem(problems.join('') || null);
  };
  return {
    problem,
    add: (files: readonly File[]) => void add(files),
    remove: (gone: string) => put(latest.current.list.filter((id) => id !== gone)),
  };
}

type Sent = { fileId: string } | { problem: string };

/** Sends one photo by a ticket of its own; never rejects. */
function useSend(): (file: File) => Promise<Sent> {
  const { photos } = useServices();
  const call = usePanelCall();
  return async (file) => {
    const ready = await photos.prepare(file);
    if (typeof ready === 'string') return { problem: ready };
    const { blob, preview } = ready;
    try {
      const ticket = await call('panel.prepareUpload', { contentType: blob.type, bytes: blob.size });
      PREVIEWS.set(ticket.fileId, preview);
      await photos.send(blob, ticket);
      return { fileId: ticket.fileId };
    } catch (error) {
      return { problem: sayNotSent(error, file.name) };
    }
  };
}

const sayNotSent = (error: unknown, name: string): string =>
  error instanceof Refusal ? sentenceOf(error) : `「${name}」没有传上去，请再选一次。`;

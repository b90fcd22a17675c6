import { useState } from 'react';
import { Dialog } from 'tdesign-react/es/dialog';

/** The resident's photos; one opens large on the page, so that nobody has to download it. */
export function Photos({ urls }: { urls: readonly string[] }) {
  const [open, setOpen] = useState<number | null>(null);
  if (urls.length === 0) return null;
  const shown = open === null ? undefined : urls[open];
  return (
    <>
      <ul className="photos" aria-label={`照片，共 ${urls.length} 张`}>
        {urls.map((url, index) => (
          <li key={url}>
            <button type="button" className="photos__one" onClick={() => setOpen(index)}>
              <img src={url} alt={`第 ${index + 1} 张照片，点开看大图`} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        visible={shown !== undefined}
        onClose={() => setOpen(null)}
        header={`照片 ${(open ?? 0) + 1} / ${urls.length}`}
        footer={false}
        width="min(960px, 94vw)"
        destroyOnClose
      >
        {shown && <img className="photos__large" src={shown} alt={`第 ${(open ?? 0) + 1} 张照片`} />}
      </Dialog>
    </>
  );
}

import { useEffect, useRef, useState } from 'react';

/** Photos of the resident, of a visit or of a reply; one opens large on the page, so that nobody has to download it. */
export function Photos({ urls }: { urls: readonly string[] }) {
  const [open, setOpen] = useState<number | null>(null);
  if (urls.length === 0) return null;
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
      {open !== null && (
        <LargePhoto urls={urls} shown={open} onTurn={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

interface LargePhotoProps {
  urls: readonly string[];
  shown: number;
  onTurn: (index: number) => void;
  onClose: () => void;
}

/** The browser's own dialog: it keeps the focus, closes on Escape and gives the focus back. */
function LargePhoto({ urls, shown, onTurn, onClose }: LargePhotoProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="large-photo"
      aria-label={`照片 ${shown + 1} / ${urls.length}`}
      onClose={onClose}
    >
      <img src={urls[shown]} alt={`第 ${shown + 1} 张照片`} />
      <div className="large-photo__foot">
        <button type="button" disabled={shown === 0} onClick={() => onTurn(shown - 1)}>
          上一张
        </button>
        <span>
          {shown + 1} / {urls.length}
        </span>
        <button type="button" disabled={shown === urls.length - 1} onClick={() => onTurn(shown + 1)}>
          下一张
        </button>
        <button type="button" className="large-photo__close" onClick={() => dialog.current?.close()}>
          关上
        </button>
      </div>
    </dialog>
  );
}

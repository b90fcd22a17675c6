import type { Preview } from './command-form';

interface PreviewBoxProps {
  preview: Preview;
  /** A colleague confirms it first. */
  isLater?: boolean;
}

/** How it will read at the other end, while it is being written. */
export function PreviewBox({ preview, isLater = false }: PreviewBoxProps) {
  const paragraphs = preview.paragraphs.filter(Boolean);
  if (paragraphs.length === 0) return null;
  return (
    <figure className="preview" aria-live="off">
      <figcaption>{isLater ? `同事确认以后，${preview.caption}` : preview.caption}</figcaption>
      <div className="preview__page">
        {preview.title && <p className="preview__title">{preview.title}</p>}
        {paragraphs.map((paragraph, index) => (
          <p key={index} className="prewrap">
            {paragraph}
          </p>
        ))}
      </div>
    </figure>
  );
}

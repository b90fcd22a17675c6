import type { ReactNode } from 'react';

/** One part of a lead's story, with its heading. */
export function Section({
  title,
  children,
  aside,
}: {
  title: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <section className="story-part sheet">
      <header className="story-part__head">
        <h2>{title}</h2>
        {aside && <span className="quiet">{aside}</span>}
      </header>
      {children}
    </section>
  );
}

/** Words somebody wrote, under a small caption; nothing when there are none. */
export function Said({ by, children }: { by: string; children: string | null | undefined }) {
  if (!children) return null;
  return (
    <div className="said">
      <p className="said__by">{by}</p>
      <p className="said__words prewrap">{children}</p>
    </div>
  );
}

import type { PaperView } from '@contract/papers';

/** Makes the Word file and hands it to the person. The library is fetched when first used. */
export async function downloadPaper(paper: PaperView): Promise<void> {
  const [{ Packer }, { paperDocument }] = await Promise.all([
    import('docx'),
    import('@shared/papers/paper-document'),
  ]);
  const file = await Packer.toBlob(paperDocument(paper));
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${paper.sign || '草稿'} ${paper.text.title}.docx`.replace(/[\\/:*?"<>|]/gu, '');
  link.click();
  // The browser has taken hold of the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

import type { PaperView } from '@contract/papers';
import { saveFile } from '../../platform/save-file';

/** Makes the Word file and hands it to the person. The library is fetched when first used. */
export async function downloadPaper(paper: PaperView): Promise<void> {
  const [{ Packer }, { paperDocument }] = await Promise.all([
    import('docx'),
    import('@shared/papers/paper-document'),
  ]);
  saveFile(await Packer.toBlob(paperDocument(paper)), `${paper.sign || '草稿'} ${paper.text.title}.docx`);
}

import type { DossierView } from '@contract/dossiers';
import { saveFile } from '../../platform/save-file';

/** Makes the Word file of the dossier, in the order of its timeline. The library is fetched when first used. */
export async function downloadDossier(dossier: DossierView): Promise<void> {
  const [{ Packer }, { dossierDocument }] = await Promise.all([
    import('docx'),
    import('@shared/papers/dossier-document'),
  ]);
  saveFile(await Packer.toBlob(dossierDocument(dossier)), `卷宗 ${dossier.title}.docx`);
}

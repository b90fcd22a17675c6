import { AlignmentType, type Document, type Paragraph } from 'docx';
import { DOSSIER_ENTRY_LABELS } from '@contract/labels-zh';
import type { DossierEntry, DossierView } from '@contract/dossiers';
import { FONT, SIZE } from './layout';
import { line, officialDocument, paragraph, run } from './paper-document';
import { documentDate } from './paragraphs';

/** A dossier on the standard's page: its title, what it holds, and everything that happened, year by year in its order. */
export function dossierDocument(dossier: DossierView): Document {
  const count = (kind: 'lead' | 'paper'): number => dossier.parts.filter((part) => part.kind === kind).length;
  return officialDocument(
    [
      line([run(dossier.title, { font: FONT.title, size: SIZE.two })], { alignment: AlignmentType.CENTER }),
      line([run('专题卷宗', { font: FONT.subheading })], { alignment: AlignmentType.CENTER }),
      line([]),
      paragraph({
        level: null,
        heading: '',
        text: `本卷依据 ${count('lead')} 条线索、${count('paper')} 份文稿，按时间先后排列。`,
      }),
      ...yearsOf(dossier.timeline).flatMap(({ year, entries }) => [
        paragraph({ level: 1, heading: `${year}年`, text: '' }),
        ...entries.map(entryParagraph),
      ]),
    ],
    dossier.title,
  );
}

function entryParagraph({ at, kind, part, text }: DossierEntry): Paragraph {
  const day = documentDate(chinaDay(at)).replace(/^\d+年/u, '');
  return paragraph({
    level: 2,
    heading: `${day}　${DOSSIER_ENTRY_LABELS[kind]}　`,
    text: `${text}（${part.number}）`,
  });
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const chinaDay = (at: string): string =>
  new Date(Date.parse(at) + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** The entries under their years, neither order changed. */
function yearsOf(entries: readonly DossierEntry[]): { year: string; entries: DossierEntry[] }[] {
  const years: { year: string; entries: DossierEntry[] }[] = [];
  for (const entry of entries) {
    const year = chinaDay(entry.at).slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.entries.push(entry);
    else years.push({ year, entries: [entry] });
  }
  return years;
}

import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import type { Report, ReportLine } from './report-of';

/** Half points, as the format counts. */
const TITLE = 36;
const BODY = 24;
const SMALL = 20;
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const HEI = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const XIAOBIAO = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' };

/** The report as a Word document of one A4 page. */
function reportDocument(report: Report): Document {
  return new Document({
    title: report.title,
    creator: report.organ,
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(20),
              bottom: convertMillimetersToTwip(16),
              left: convertMillimetersToTwip(24),
              right: convertMillimetersToTwip(22),
            },
          },
        },
        children: [
          paragraph(
            report.title,
            { size: TITLE, font: XIAOBIAO },
            { alignment: AlignmentType.CENTER, after: 60 },
          ),
          paragraph(report.definition, { size: SMALL }, { after: 100 }),
          ...report.sentences.map((text) => paragraph(text, {}, { indent: true })),
          heading('一、主要数字'),
          figures(report),
          heading('二、超期和热点'),
          paragraph(`${sentenceOf(report.late)}。`, {}, { indent: true }),
          paragraph(
            report.issues.length > 0 ? `热点：${sentenceOf(report.issues)}。` : '眼下没有热点。',
            {},
            { indent: true },
          ),
          heading('三、说得最多的和协商'),
          paragraph(
            `${sentenceOf(report.categories) || '本期没有'}。${report.sessions}`,
            {},
            { indent: true },
          ),
          heading('四、各乡镇收到（按县里的次序，不排名）'),
          paragraph(`${report.townships || '本期没有'}。`, { size: SMALL }, { indent: true }),
          paragraph(report.organ, {}, { alignment: AlignmentType.RIGHT, before: 160 }),
          paragraph(report.date, {}, { alignment: AlignmentType.RIGHT }),
        ],
      },
    ],
  });
}

/** The bytes of the document, for a browser to save. */
export const reportBlob = (report: Report): Promise<Blob> => Packer.toBlob(reportDocument(report));

const sentenceOf = (lines: readonly ReportLine[]): string =>
  lines.map(({ text, count }) => `${text} ${count} 条`).join('，');

interface Look {
  size?: number;
  font?: typeof SONG;
  bold?: boolean;
}
interface Place {
  alignment?: IParagraphOptions['alignment'];
  indent?: boolean;
  before?: number;
  after?: number;
}

function paragraph(
  text: string,
  { size = BODY, font = SONG, bold = false }: Look = {},
  place: Place = {},
): Paragraph {
  const { alignment, indent = false, before = 0, after = 0 } = place;
  return new Paragraph({
    children: [new TextRun({ text, size, font, bold })],
    spacing: { before, after, line: size === BODY ? 350 : 300 },
    ...(alignment ? { alignment } : {}),
    ...(indent ? { indent: { firstLine: size * 20 } } : {}),
  });
}

const heading = (text: string): Paragraph => paragraph(text, { font: HEI }, { before: 80 });

function figures({ rows, earlierName }: Report): Table {
  const lines = [
    ['项目', '本期', '占比（分母）', `上期（${earlierName}）`, '增减'],
    ...rows.map(({ label, value, share, earlier, change }) => [label, value, share, earlier, change]),
  ];
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '666666' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [2700, 1300, 2150, 2250, 800],
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: lines.map(
      (cells, line) =>
        new TableRow({
          tableHeader: line === 0,
          children: cells.map(
            (text, column) =>
              new TableCell({
                margins: { left: 80, right: 80, top: 10, bottom: 10 },
                children: [
                  new Paragraph({
                    alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
                    children: [new TextRun({ text, size: SMALL, font: line === 0 ? HEI : SONG })],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

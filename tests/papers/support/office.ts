import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { tmpdir } from 'node:os';

/** What the measuring needs and no package registry has. */
const MISSING =
  '量文稿要用 LibreOffice 和 poppler，请先运行：sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui poppler-utils';
const FONTS = resolve(
  import.meta.dirname,
  '../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular',
);

/** A line of a rendered page, in points from the upper left corner. */
export interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
  text: string;
}
export interface Rendered {
  /** In millimetres. */
  width: number;
  height: number;
  pages: Line[][];
  file: string;
}

/** A document as LibreOffice renders it to PDF, in a profile of its own, measured by poppler. Throws when they are missing. */
export function rendered(docx: Buffer): Rendered {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const file = join(folder, 'paper.docx');
  writeFileSync(file, docx);
  run(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
    ],
    { FONTCONFIG_FILE: fontConfig(folder) },
  );
  const pdf = join(folder, 'paper.pdf');
  const [, width = 0, height = 0] = (
    /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(run('pdfinfo', [pdf])) ?? []
  ).map(Number);
  const boxes = run('pdftotext', ['-bbox-layout', pdf, '-']);
  return {
    width: inMillimetres(width),
    height: inMillimetres(height),
    pages: boxes.split('<page ').slice(1).map(linesOf),
    file: pdf,
  };
}

export const inMillimetres = (points: number): number => (points / 72) * 25.4;

function run(command: string, arguments_: string[], env: Record<string, string> = {}): string {
  const { error, status, stdout, stderr } = spawnSync(command, arguments_, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error && (error as { code?: unknown }).code === 'ENOENT') throw new Error(MISSING);
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** The fonts of the standard are not free; every Chinese font is as wide, so any one measures. */
function fontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf');
  mkdirSync(join(folder, 'fontconfig'));
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${join(folder, 'fontconfig')}</cachedir></fontconfig>`,
  );
  return file;
}

const LINE = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/g;
function linesOf(page: string): Line[] {
  return [...page.matchAll(LINE)].map(([, left, top, right, bottom, words = '']) => ({
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
    text: [...words.matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(''),
  }));
}

/** One part of a docx, which is a zip of XML. */
export function partOf(docx: Buffer, name: string): string {
  const directory = docx.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = docx.readUInt32LE(directory + 16);
  while (docx.readUInt32LE(at) === 0x02014b50) {
    const nameLength = docx.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + docx.readUInt16LE(at + 30) + docx.readUInt16LE(at + 32);
    if (docx.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = docx.readUInt32LE(at + 42);
      const begin = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28);
      const bytes = docx.subarray(begin, begin + docx.readUInt32LE(at + 20));
      return (docx.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at = next;
  }
  throw new Error(`the document has no part ${name}`);
}

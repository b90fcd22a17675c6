/** All that an honest table of 50,000 rows unpacks to, several times over. */
const UNPACKED_MAX = 300 * 1024 * 1024;
const FILES_MAX = 2_000;
const END = 0x06054b50;
const FILE = 0x02014b50;
/** The end record stands behind a comment of at most this length. */
const END_WITHIN = 65_557;

/**
 * Why a packed file is not unpacked, by its own table of contents and before a byte of it is: it would swell beyond
 * all measure, or it is no workbook. Null where it may be. A file that swells beyond what it says is stopped by the
 * reader at what it said.
 */
export function checkZip(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return BROKEN;
  const count = view.getUint16(end + 10, true);
  if (count > FILES_MAX) return BOMB;
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  let isWorkbook = false;
  for (let file = 0; file < count; file += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== FILE) return BROKEN;
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (size === 0 && packed > 16) return BOMB;
    unpacked += size;
    if (unpacked > UNPACKED_MAX) return BOMB;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    isWorkbook ||= name === 'xl/workbook.xml';
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return isWorkbook ? null : '这不是 Excel 表格。请选 .xlsx 或 .csv 文件。';
}

const BOMB = '这个文件展开以后太大，不像正常的表格，没有打开它。';
const BROKEN = '这个文件打不开，可能没有传完整。';

function endOf(view: DataView): number | null {
  const from = Math.max(0, view.byteLength - END_WITHIN);
  for (let at = view.byteLength - 22; at >= from; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

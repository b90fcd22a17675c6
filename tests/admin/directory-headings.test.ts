import { expect, it } from 'vitest';
import type { DirectorySection } from '@contract/directory-desk';
import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind } from '@contract/directory-import';
import { mapColumns } from '@shared/spreadsheet/map-columns';
import { PARTS } from '../../src/admin/features/directory/parts';

/** What the directory calls a field and its import a column, where the two have different names. */
const COLUMN_OF: Record<string, string> = {
  townshipId: 'township',
  accountId: 'name',
  committeeId: 'committee',
  sectorIds: 'sectors',
  unitIds: 'units',
};
const isSection = (kind: ImportKind): kind is ImportKind & DirectorySection => kind in PARTS;

it.each(IMPORT_KINDS.filter(isSection))(
  'a table with the headings the directory itself shows is understood: %s',
  (kind) => {
    const { columns, fields } = PARTS[kind];
    const shown = fields.filter(({ name }) => columns.includes(name));
    const map = mapColumns(
      shown.map(({ label }) => label),
      IMPORT_COLUMNS[kind],
    );
    shown.forEach(({ name }, at) => {
      const field = COLUMN_OF[name] ?? name;
      if (IMPORT_COLUMNS[kind].some((column) => column.field === field))
        expect(map).toMatchObject({ [field]: at });
    });
  },
);

it('the terms of a county are read under every usual heading of their days', () => {
  for (const headers of [
    ['乡镇', '职务', '姓名', '从哪天起', '到哪天止'],
    ['乡镇', '职务', '姓名', '起始日期', '截止日期'],
  ])
    expect(mapColumns(headers, IMPORT_COLUMNS.terms)).toEqual({
      township: 0,
      office: 1,
      name: 2,
      from: 3,
      to: 4,
    });
});

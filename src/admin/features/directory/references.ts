import { STATION_KINDS } from '@contract/board';
import { TEMPLATE_USES } from '@contract/directory';
import { STATION_KIND_LABELS, TEMPLATE_USE_LABELS } from '@contract/labels-zh';
import type { DirectoryEntry } from '@contract/directory-desk';
import { LEADER_WORDS, OFFICE_WORDS, type FieldSpec, type Reference } from './parts';
import { FIELD_WORDS } from './field-words';
import { usePeople, useSection } from './use-directory-desk';

export interface Choice {
  id: string;
  name: string;
  retired?: boolean;
  /** Of a village. */
  townshipId?: string;
}
export type References = Record<Reference, readonly Choice[]>;

const named = (entries: readonly DirectoryEntry[] | undefined): Choice[] =>
  (entries ?? []).flatMap((entry) =>
    'name' in entry
      ? [
          {
            id: entry.id,
            name: entry.name,
            ...('retired' in entry && entry.retired ? { retired: true } : {}),
            ...('townshipId' in entry ? { townshipId: entry.townshipId } : {}),
          },
        ]
      : [],
  );

/** What ids stand for, all over the directory; the villages, which are many, only where they are asked for. */
export function useReferences({ withVillages = false } = {}): References {
  const people = usePeople();
  return {
    townships: named(useSection('townships').data?.items),
    villages: named(useSection('villages', withVillages).data?.items),
    committees: named(useSection('committees').data?.items),
    sectors: named(useSection('sectors').data?.items),
    units: named(useSection('units').data?.items),
    people: (people.data ?? []).map(({ id, name, active }) => ({
      id,
      name,
      ...(active ? {} : { retired: true }),
    })),
  };
}

/** The choices of a field: what is retired is offered only where it stands already. */
export function choicesOf({ from }: FieldSpec, references: References, chosen: readonly string[]): Choice[] {
  if (from === 'offices') return Object.entries(OFFICE_WORDS).map(([id, name]) => ({ id, name }));
  if (from === 'uses') return TEMPLATE_USES.map((id) => ({ id, name: TEMPLATE_USE_LABELS[id] }));
  if (from === 'kinds') return STATION_KINDS.map((id) => ({ id, name: STATION_KIND_LABELS[id] }));
  return from === undefined
    ? []
    : references[from].filter(({ id, retired }) => !retired || chosen.includes(id));
}

const REFERENCE_OF: Record<string, Reference> = {
  townshipId: 'townships',
  committeeId: 'committees',
  sectorId: 'sectors',
  sectorIds: 'sectors',
  unitId: 'units',
  unitIds: 'units',
  accountId: 'people',
};
const VALUE_WORDS: Record<string, Record<string, string>> = {
  office: OFFICE_WORDS,
  use: TEMPLATE_USE_LABELS,
  kind: STATION_KIND_LABELS,
  binding: { none: '已解绑', waiting: '发了绑定码', bound: '已绑定' },
  role: {
    staff: '政协机关',
    liaison: '联络员',
    convener: '召集人',
    member: '委员',
    unitOfficer: '承办单位',
    leader: '领导',
    administrator: '管理员',
  },
};
const ESCALATION_WORDS: Record<string, string> = { ...OFFICE_WORDS, ...LEADER_WORDS };

/** The value of a field, as people read it. */
export function wordsOf(name: string, value: unknown, references: References): string {
  if (value === null || value === undefined || value === '') return name === 'to' ? '至今' : '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return listWords(name, value, references);
  if (typeof value === 'object') return objectWords(value as Record<string, unknown>, references);
  const text = String(value);
  if (name === 'id') return LEADER_WORDS[text] ?? text;
  if (name === 'placeId') return placeWords(text, references);
  const reference = REFERENCE_OF[name];
  if (reference !== undefined) return references[reference].find(({ id }) => id === text)?.name ?? text;
  return VALUE_WORDS[name]?.[text] ?? text;
}

/** A township, or a village with its township. */
function placeWords(id: string, { townships, villages }: References): string {
  const village = villages.find((one) => one.id === id);
  const township = townships.find((one) => one.id === (village?.townshipId ?? id));
  return township === undefined ? id : `${township.name}${village?.name ?? ''}`;
}

function listWords(name: string, values: readonly unknown[], references: References): string {
  if (values.length === 0) return '（空）';
  const words = values.map((value) =>
    typeof value === 'object' && value !== null && 'phrase' in value
      ? String(value.phrase)
      : wordsOf(name, value, references),
  );
  return words.length > 12 ? `${words.slice(0, 12).join('、')}…共 ${words.length} 个` : words.join('、');
}

function objectWords(value: Record<string, unknown>, references: References): string {
  return Object.entries(value)
    .map(([field, inner]) =>
      field in ESCALATION_WORDS
        ? `${ESCALATION_WORDS[field] ?? ''} ${String(inner)}`
        : wordsOf(field, inner, references),
    )
    .join(' · ');
}

/** What is different between two states of an entry, field by field. */
export function differences(
  was: object | null,
  is: object | null,
  references: References,
): { field: string; before: string; after: string }[] {
  const old: Record<string, unknown> = { ...was };
  const now: Record<string, unknown> = { ...is };
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => field !== 'id');
  return fields
    .filter((field) => JSON.stringify(old[field] ?? null) !== JSON.stringify(now[field] ?? null))
    .map((field) => ({
      field: FIELD_WORDS[field] ?? field,
      before: was === null ? '' : wordsOf(field, old[field], references),
      after: is === null ? '' : wordsOf(field, now[field], references),
    }));
}

import { DOORS } from '@contract/envelope';
import { DOOR_LABELS } from '@contract/labels-zh';
import { NOTE_MAX } from '@contract/limits';
import type { OfficerDirectory } from '@contract/directory';
import type { FieldSpec, Starter } from './command-form';

/** Where a lead belongs instead, and why: asked of one lead and of many together. */
export const rerouteFields = (directory: OfficerDirectory | undefined, unchanged: string): FieldSpec[] => [
  { kind: 'choice', name: 'categoryId', label: '应该是哪一类', options: directory?.categories ?? [] },
  {
    kind: 'choice',
    name: 'townshipId',
    label: '应该是哪个乡镇',
    optional: true,
    first: unchanged,
    options: directory?.townships ?? [],
  },
  {
    kind: 'words',
    name: 'reason',
    label: '为什么改派',
    max: NOTE_MAX,
    rows: 3,
    help: '写给接手的人看，也留作改进规则的依据。',
  },
];

/** Where the resident should go instead, and what they are told. */
export const outOfScopeFields = (starters: readonly Starter[] = []): FieldSpec[] => [
  {
    kind: 'choice',
    name: 'door',
    label: '该去哪里',
    options: DOORS.map((id) => ({ id, name: DOOR_LABELS[id] })),
  },
  {
    kind: 'words',
    name: 'note',
    label: '跟群众说明',
    max: NOTE_MAX,
    rows: 4,
    help: '说明为什么归那里管、去了怎么说。不用公文话。',
    starters,
  },
];

import { NOTE_MAX } from '@contract/limits';
import { textOf, type CommandForm, type FieldSpec } from './command-form';

type PersonCommand = 'withdrawForPerson' | 'keepAfterDenial';

const HEARD: FieldSpec = {
  kind: 'words',
  name: 'reason',
  label: '核实时本人怎么说',
  max: NOTE_MAX,
  rows: 3,
  help: '代办的人和本人都会看到。',
};

/** After the person it was filed for said no: staff have spoken with them, and write down what they heard. */
export const PERSON_FORMS: { [C in PersonCommand]: CommandForm<C> } = {
  withdrawForPerson: {
    group: '受理',
    intro: '和本人核实过，确实不是他的意思：撤回这件事，不再办理。本人的姓名、电话一起删去。',
    fields: () => [HEARD],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '撤回',
    done: '已按本人的意思撤回。',
    grave: true,
  },
  keepAfterDenial: {
    group: '受理',
    intro: '和本人核实过，事情属实，可以接着办（例如点错了，或者这是大家的事）。',
    fields: () => [HEARD],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '接着办',
    done: '已记下核实的结果，可以接着办了。',
  },
};

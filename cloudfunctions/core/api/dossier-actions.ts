import * as v from 'valibot';
import { DOSSIER_LEADS_MAX, DOSSIER_TITLE_MAX, type DossierVerbs } from '@contract/dossiers';
import {
  addToDossier,
  putBackIntoDossier,
  removeFromDossier,
  startDossier,
} from '../app/dossiers/change-dossier';
import { getDossier, listDossiers } from '../app/dossiers/read-dossiers';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { id, nothing, version, words } from './schemas';

const onDossier = { dossierId: id, version };
const onPart = v.strictObject({
  ...onDossier,
  kind: v.picklist(['lead', 'paper']),
  id,
  reason: words(200),
});

/** What is asked about dossiers, in the panel alone. */
export const DOSSIER_ACTIONS: ActionTable<`panel.${keyof DossierVerbs}`, OfficerCaller> = {
  'panel.listDossiers': { schema: nothing, writes: false, run: listDossiers },
  'panel.getDossier': { schema: v.strictObject({ dossierId: id }), writes: false, run: getDossier },
  'panel.startDossier': {
    schema: v.strictObject({
      title: words(DOSSIER_TITLE_MAX),
      numbers: v.optional(
        v.pipe(v.array(words(32)), v.maxLength(DOSSIER_LEADS_MAX, `最多 ${DOSSIER_LEADS_MAX} 条线索。`)),
      ),
      issueId: v.optional(id),
    }),
    writes: true,
    run: startDossier,
  },
  'panel.addToDossier': {
    schema: v.strictObject({ ...onDossier, number: words(32), reason: words(200) }),
    writes: true,
    run: addToDossier,
  },
  'panel.removeFromDossier': { schema: onPart, writes: true, run: removeFromDossier },
  'panel.putBackIntoDossier': { schema: onPart, writes: true, run: putBackIntoDossier },
};

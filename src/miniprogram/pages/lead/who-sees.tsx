import { useState, type ReactNode } from 'react';
import { ANONYMITY_EXPLANATIONS, ANONYMITY_LABELS } from '@contract/labels-zh';
import { ANONYMITIES, type Anonymity, type ContactReading } from '@contract/lead';
import type { ResidentLeadView } from '@contract/lead-views';
import { sayMoment } from '@shared/dates';
import { Button } from '../../components/button';
import { Choices } from '../../components/fields';
import { Fold } from '../../components/fold';
import { Notice } from '../../components/parts';
import { Sheet } from '../../components/sheet';
import { receipts } from '../../data/receipts';
import { now } from '../../data/now';
import { useCommand } from '../../data/use-command';
import { Box } from '../../platform/elements';
import { open } from '../../platform/navigate';
import type { ChangingLead } from './withdraw-part';

/** Who may see the resident, who did, and the way to change it. */
export function WhoSees({ lead, onChanged, onStale }: ChangingLead): ReactNode {
  const [changing, setChanging] = useState(false);
  const { anonymity, hasContact, contactMasked } = lead;
  return (
    <Fold title="谁能看到您" id="who-sees">
      <Box>
        <Box className="strong">{ANONYMITY_LABELS[anonymity]}</Box>
        <Box>{ANONYMITY_EXPLANATIONS[anonymity]}</Box>
      </Box>
      <Box className="quiet">{hasContact ? `您留的是：${contactMasked}。` : '您没有留姓名和电话。'}</Box>
      {hasContact ? <Readings readings={lead.contactReadings} /> : null}
      {lead.allowed.includes('changeAnonymity') ? (
        <Button id="change-anonymity" kind="plain" onPress={() => setChanging(true)}>
          改一改谁能看到
        </Button>
      ) : null}
      <Box className="note">
        换手机查进度：编号 {lead.number}，查询码 {lead.trackingCode}
      </Box>
      <Button id="see-receipt" kind="plain" onPress={() => seeReceipt(lead)}>
        看回执、存成图片
      </Button>
      {changing ? (
        <AnonymitySheet
          lead={lead}
          onChanged={onChanged}
          onStale={onStale}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Fold>
  );
}

/** The receipt once more, whatever phone the matter was sent from. */
function seeReceipt({ id, number, trackingCode, submittedAt }: ResidentLeadView): void {
  if (!receipts.find(id))
    receipts.keep({ leadId: id, number, trackingCode, submittedAt, next: '', hint: null });
  open('receipt', { leadId: id, again: '1' });
}

/** Each time somebody looked: when, which kind of office, why. */
function Readings({ readings }: { readings: readonly ContactReading[] }): ReactNode {
  if (readings.length === 0) return <Box className="quiet">还没有人看过您的姓名和电话。</Box>;
  return (
    <Box>
      <Box className="strong">{`看过 ${readings.length} 次，每次都要写原因：`}</Box>
      <Box role="list" id="contact-readings">
        {readings.map(({ at, office, reason }) => (
          <Box key={`${at} ${office}`} role="listitem" className="fact">
            <Box>{office}</Box>
            <Box className="quiet">{`原因：${reason}`}</Box>
            <Box className="note">{sayMoment(at, now())}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const OPTIONS = ANONYMITIES.map((value) => ({
  value,
  name: ANONYMITY_LABELS[value],
  text: ANONYMITY_EXPLANATIONS[value],
}));

function AnonymitySheet({
  lead,
  onChanged,
  onStale,
  onClose,
}: ChangingLead & { onClose: () => void }): ReactNode {
  const [anonymity, setAnonymity] = useState<Anonymity>(lead.anonymity);
  const changed = (next: ResidentLeadView): void => {
    onClose();
    onChanged(next);
  };
  const command = useCommand('resident.changeAnonymity', changed, onStale);
  const isMoreHidden = ANONYMITIES.indexOf(anonymity) > ANONYMITIES.indexOf(lead.anonymity);
  return (
    <Sheet title="谁能看到您的姓名和电话？" onClose={onClose}>
      <Choices
        label="谁能看到"
        idPrefix="anonymity"
        options={OPTIONS}
        value={anonymity}
        onChoose={setAnonymity}
      />
      <Box className="quiet">改了马上算数，以后还可以再改。</Box>
      {isMoreHidden && lead.contactReadings.length > 0 ? (
        <Notice tone="warn" title="以前看过的，收不回来">
          {[...new Set(lead.contactReadings.map(({ office }) => office))].join('、')}
          已经看过您的姓名和电话。从现在起，不该看的再也看不到。
        </Notice>
      ) : null}
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        id="confirm-anonymity"
        disabled={anonymity === lead.anonymity}
        busy={command.running ? '正在改…' : null}
        onPress={() => command.run({ leadId: lead.id, version: lead.version, anonymity })}
      >
        {anonymity === lead.anonymity ? '现在就是这样' : '就这样改'}
      </Button>
    </Sheet>
  );
}

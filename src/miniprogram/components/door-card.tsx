import type { ReactNode } from 'react';
import type { Door } from '@contract/envelope';
import { describeDoor } from '@shared/presenters';
import { Box } from '../platform/elements';
import { host } from '../platform/host';
import { Button } from './button';

/** The right place to go, with one tap to call it where it has a number. */
export function DoorCard({ door, note }: { door: Door; note?: string }): ReactNode {
  const { name, phone } = describeDoor(door);
  return (
    <Box className="card stack">
      <Box>
        <Box className="note">可以找</Box>
        <Box className="row-title">{name}</Box>
      </Box>
      {note ? <Box className="said">{note}</Box> : null}
      {phone ? (
        <Button kind="plain" onPress={() => host.dial(phone)}>
          {`拨打 ${phone}`}
        </Button>
      ) : null}
    </Box>
  );
}

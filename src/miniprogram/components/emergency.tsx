import type { ReactNode } from 'react';
import { Block, Box, Press } from '../platform/elements';
import { host } from '../platform/host';

const LINES = [
  { phone: '110', name: '报警' },
  { phone: '119', name: '火警' },
  { phone: '120', name: '急救' },
  { phone: '12345', name: '政务热线' },
];

/** The numbers for what cannot wait; a tap dials. */
export function Emergency(): ReactNode {
  return (
    <Box className="emergency">
      {LINES.map(({ phone, name }) => (
        <Press
          key={phone}
          id={`dial-${phone}`}
          className="emergency-line"
          label={`${phone}${name}，点这里拨打`}
          onPress={() => host.dial(phone)}
        >
          <Block className="figure emergency-number">{phone}</Block>
          <Block>{name}</Block>
        </Press>
      ))}
    </Box>
  );
}

import type { ReactNode } from 'react';
import { phonesIn } from '@shared/phones';
import { Box } from '../platform/elements';
import { host } from '../platform/host';
import { Button } from './button';

/** One button for each telephone number that the words name. */
export function PhonesIn({ text }: { text: string }): ReactNode {
  const phones = phonesIn(text);
  if (phones.length === 0) return null;
  return (
    <Box className="stack">
      {phones.map((phone) => (
        <Button key={phone} kind="plain" onPress={() => host.dial(phone)}>
          {`拨打 ${phone}`}
        </Button>
      ))}
    </Box>
  );
}

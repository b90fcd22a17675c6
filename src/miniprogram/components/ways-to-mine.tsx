import type { ReactNode } from 'react';
import { Block, Box } from '../platform/elements';
import { open } from '../platform/navigate';
import { ListRow } from './parts';

/** The two ways back to what somebody said before: on this phone, and by number from anywhere. */
export function WaysToMine(): ReactNode {
  return (
    <Box className="list">
      <ListRow id="go-mine" onPress={() => open('mine')}>
        <Block className="row-title">我反映过的事</Block>
      </ListRow>
      <ListRow id="go-track" onPress={() => open('track')}>
        <Block className="row-title">用编号查进度</Block>
      </ListRow>
    </Box>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { Frame } from '../../components/frame';
import { EmptyState } from '../../components/states';
import { WaysToMine } from '../../components/ways-to-mine';
import { Box } from '../../platform/elements';
import { goHome } from '../../platform/navigate';

/** Where an address leads that no page has: an old link, a slip in typing. */
function MissingPage(): ReactNode {
  return (
    <Frame title="直通">
      <Box className="stack-wide">
        <EmptyState seal="无" title="没有这个页面">
          <Box className="lead">网址可能写错了，也可能是以前的。您写的、提交过的都还在。</Box>
          <Button id="go-home" onPress={goHome}>
            回首页
          </Button>
        </EmptyState>
        <WaysToMine />
      </Box>
    </Frame>
  );
}

export default MissingPage;

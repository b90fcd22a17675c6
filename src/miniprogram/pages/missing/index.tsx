import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { Frame } from '../../components/frame';
import { ListRow } from '../../components/parts';
import { EmptyState } from '../../components/states';
import { Block, Box } from '../../platform/elements';
import { goHome, open } from '../../platform/navigate';

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
        <Box className="list">
          <ListRow id="go-mine" onPress={() => open('mine')}>
            <Block className="row-title">我反映过的事</Block>
          </ListRow>
          <ListRow id="go-track" onPress={() => open('track')}>
            <Block className="row-title">用编号查进度</Block>
          </ListRow>
        </Box>
      </Box>
    </Frame>
  );
}

export default MissingPage;

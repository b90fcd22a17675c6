import type { CSSProperties, ReactNode } from 'react';
import { useOnline } from '../data/network';
import { usePreferences } from '../data/preferences';
import { Block, Box, Heading, Press, Span } from '../platform/elements';
import { host } from '../platform/host';
import { goBack } from '../platform/navigate';
import { PrivacyAsk } from '../platform/privacy-ask';
import { NotOpened } from './not-opened';
import { CareSwitch, TextSize } from './text-size';

/** From this scale on, rows of several stand below each other. */
const LARGE_FROM = 1.15;

interface FrameProps {
  /** Said in the bar that a browser lacks; WeChat takes it from the page's own config. */
  title?: string;
  /** The main action, always in reach of the thumb. */
  dock?: ReactNode;
  children: ReactNode;
}

/** The root of every page: type scale, care mode and the way into it, title bar in a browser, word about a missing network, main action. */
export function Frame({ title, dock, children }: FrameProps): ReactNode {
  const { scale, care } = usePreferences();
  const online = useOnline();
  // CSS variables are not in React's list of properties.
  const style = { '--scale': String(scale) } as CSSProperties;
  return (
    <Box className={`frame ${scale > LARGE_FROM ? 'large' : ''} ${care ? 'care' : ''}`} style={style}>
      {title && !host.hasNativeBar ? <TopBar title={title} /> : null}
      {online ? null : (
        <Box className="offline-bar" role="status">
          现在没有网络。您可以先写，写的都存在手机里。
        </Box>
      )}
      <Box className={dock ? 'page page-with-dock' : 'page'} role="main">
        {children}
        <TextSize />
      </Box>
      <PrivacyAsk />
      <NotOpened />
      {dock ? (
        <Box className="dock">
          <Box className="dock-inner">{dock}</Box>
        </Box>
      ) : null}
    </Box>
  );
}

function TopBar({ title }: { title: string }): ReactNode {
  return (
    <Box className="top-bar" role="banner">
      <Press className="top-back" onPress={goBack} label="返回">
        <Block className="chevron chevron-back" />
        <Span>返回</Span>
      </Press>
      <Heading level={1} className="top-title">
        {title}
      </Heading>
      <CareSwitch className="top-switch" />
    </Box>
  );
}

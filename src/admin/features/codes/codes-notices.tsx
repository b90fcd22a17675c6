import { Button } from 'tdesign-react/es/button';
import type { CodeSettings } from '@contract/codes';
import { useToast } from '../../components/toast';
import { useCodeCommand } from './use-code-command';

interface CodesNoticesProps {
  settings: CodeSettings;
  /** The township that is looked at; empty for all. */
  townshipId: string;
  mayChange: boolean;
}

/** What to know before printing: where plain codes lead, and how WeChat's own codes stand. */
export function CodesNotices({ settings, townshipId, mayChange }: CodesNoticesProps) {
  const isOnlyHere = settings.h5Address === null && /^(localhost|127\.|\[::1\])/.test(location.hostname);
  return (
    <>
      {isOnlyHere && (
        <p className="codes__notice codes__notice--warn" role="note">
          还没有设居民页面的网址，现在下载的普通二维码只在这台电脑上打得开。试着看可以，不要贴出去。
        </p>
      )}
      {mayChange && <WechatPart settings={settings} townshipId={townshipId} />}
    </>
  );
}

function WechatPart({ settings: { wechat }, townshipId }: Omit<CodesNoticesProps, 'mayChange'>) {
  const say = useToast();
  const { give, isBusy, problem } = useCodeCommand('panel.requestWechatCodes');
  const ask = async (): Promise<void> => {
    const answer = await give(townshipId === '' ? {} : { townshipId });
    if (answer === null) return;
    say(
      answer.waiting > 0
        ? `正在向微信取 ${answer.waiting} 张小程序码，几分钟内取好。`
        : '小程序码都已经有了。',
    );
  };
  const trouble = problem?.message ?? wechat.problem;
  return (
    <div className="codes__notice">
      <p>
        {wechat.ready > 0 ? `有小程序码 ${wechat.ready} 张` : '现在用普通二维码，微信扫开的是网页'}
        {wechat.waiting > 0 && `，正在向微信取 ${wechat.waiting} 张，几分钟内取好`}。
        {trouble && <span className="codes__problem"> {trouble}</span>}
      </p>
      <Button variant="outline" loading={isBusy} onClick={() => void ask()}>
        {townshipId === '' ? '向微信取小程序码' : '取这个乡镇的小程序码'}
      </Button>
    </div>
  );
}

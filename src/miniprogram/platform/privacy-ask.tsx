import { useState, type ReactNode } from 'react';
import { Button } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { Box, Overlay, Press } from './elements';
import { open } from './navigate';

type Resolve = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void;
/** As much of WeChat as is used here; versions before 2.32.3 lack it. */
interface PrivacyQuestions {
  onNeedPrivacyAuthorization?: (listener: (resolve: Resolve) => void) => void;
}
const AGREE_ID = 'privacy-agree';

/**
 * WeChat calls before the first photo, recording or spot is taken, or anything is put into album or clipboard: what it
 * is for, in a few words, and a button that WeChat itself reads. Who says no goes on without; nothing else of the app
 * depends on it.
 */
export function PrivacyAsk(): ReactNode {
  // WeChat may ask for several things at once: one answer serves them all.
  const [pending, setPending] = useState<readonly Resolve[]>([]);
  // The page in front is the one that answers; older versions of WeChat never ask.
  useDidShow(() => {
    const questions = wx as unknown as PrivacyQuestions;
    questions.onNeedPrivacyAuthorization?.((resolve) => setPending((others) => [...others, resolve]));
  });
  if (pending.length === 0) return null;
  const answer = (event: 'agree' | 'disagree'): void => {
    for (const resolve of pending) resolve(event === 'agree' ? { event, buttonId: AGREE_ID } : { event });
    setPending([]);
  };
  return (
    <Overlay label="用之前说一声" onClose={() => answer('disagree')}>
      <Box className="lead">
        您选的照片、录像、录音和位置，只用来办您说的这件事。存图片、复制编号，只放在您自己的手机里。谁看得到、留多久，都写在「我的信息和隐私」里。
      </Box>
      <Box className="quiet">不同意也行：照样能写字提交，能看进度。</Box>
      <Button
        id={AGREE_ID}
        className="button button-primary"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answer('agree')}
      >
        同意，接着用
      </Button>
      <Press className="button button-plain" onPress={() => open('privacy')}>
        先看看怎么用
      </Press>
      <Press className="button button-quiet" onPress={() => answer('disagree')}>
        不同意
      </Press>
    </Overlay>
  );
}

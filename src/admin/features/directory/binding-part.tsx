import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { DirectoryPerson } from '@contract/directory-desk';
import { sentenceOf } from '../../platform/refusal';
import { useDirectoryCommand } from './use-directory-desk';

/** Whether a person's WeChat is bound: gives a code, shown once, or takes the WeChat away. */
export function BindingPart({ person }: { person: DirectoryPerson }) {
  const give = useDirectoryCommand('panel.giveBindCode');
  const unbind = useDirectoryCommand('panel.unbindPerson');
  const [code, setCode] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const error = give.error ?? unbind.error;
  const { id, version, binding, name } = person;
  return (
    <section className="binding" aria-label="微信绑定">
      <h3>微信</h3>
      {code !== null ? (
        <div className="binding__code" role="status">
          <p className="binding__digits">{code.replace(/(\d{5})/, '$1 ')}</p>
          <p className="quiet">
            只显示这一次，请当面或电话告诉{name}，在小程序「我的 →
            工作人员入口」里输入。说错了可以再发，旧的就不能用了。
          </p>
        </div>
      ) : (
        <p className="quiet">{WORDS[binding]}</p>
      )}
      {binding === 'bound' && !asks && (
        <Button variant="outline" onClick={() => setAsks(true)}>
          解绑
        </Button>
      )}
      {binding === 'bound' && asks && (
        <SureToUnbind
          name={name}
          busy={unbind.isPending}
          onNo={() => setAsks(false)}
          onYes={() => {
            unbind.mutate({ input: { id, version, why: '解绑微信' } }, { onSuccess: () => setAsks(false) });
          }}
        />
      )}
      {binding !== 'bound' && (
        <Button
          variant="outline"
          loading={give.isPending}
          onClick={() => {
            give.mutate({ input: { id, version } }, { onSuccess: ({ bindCode }) => setCode(bindCode) });
          }}
        >
          {binding === 'waiting' ? '重新发绑定码' : '发绑定码'}
        </Button>
      )}
      {error && (
        <p className="field__problem" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </section>
  );
}

const WORDS = {
  bound: '已经绑定。',
  waiting: '发过绑定码，他还没有绑。忘了码可以再发一个。',
  none: '还没有绑定，发一个绑定码给他。',
} as const;

function SureToUnbind({
  name,
  busy,
  onYes,
  onNo,
}: {
  name: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <p className="binding__ask">
      解绑以后{name}马上退出登录，要用新的绑定码才能再进来。
      <Button theme="danger" loading={busy} onClick={onYes}>
        确定解绑
      </Button>
      <Button variant="text" onClick={onNo}>
        不解绑
      </Button>
    </p>
  );
}

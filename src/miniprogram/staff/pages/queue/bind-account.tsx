import { useState, type ReactNode } from 'react';
import type { Me } from '@contract/directory';
import { Button } from '../../../components/button';
import { LineField } from '../../../components/fields';
import { Notice } from '../../../components/parts';
import { useCommand } from '../../../data/use-command';
import { Box, Heading } from '../../../platform/elements';

/** For somebody this WeChat is not known for yet: binds it to the account the code was made for. */
export function BindAccount({ why, onBound }: { why: string; onBound: (me: Me) => void }): ReactNode {
  const [bindCode, setBindCode] = useState('');
  const command = useCommand('staff.bindAccount', onBound);
  return (
    <Box className="stack">
      <Heading level={1}>工作人员入口</Heading>
      <Notice>{why}</Notice>
      <Box>这里只给县政协、乡镇和承办单位的工作人员用。管理员给过您一个绑定码，填在下面。</Box>
      <LineField id="bind-code" label="绑定码" value={bindCode} maxLength={64} onInput={setBindCode} />
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        disabled={bindCode.trim() === ''}
        busy={command.running ? '正在绑定…' : null}
        onPress={() => command.run({ bindCode: bindCode.trim() })}
      >
        绑定
      </Button>
    </Box>
  );
}

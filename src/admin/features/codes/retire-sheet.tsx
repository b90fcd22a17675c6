import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import { printedNumber, type CodeItem } from '@contract/codes';
import { Field } from '../../components/field';
import { SideSheet } from '../../components/side-sheet';
import { useToast } from '../../components/toast';
import { useCodeCommand } from './use-code-command';

interface RetireSheetProps {
  code: CodeItem | null;
  onClose: () => void;
}

/** Takes a code out of use, with a new one in its place where that is wanted. */
export function RetireSheet({ code, onClose }: RetireSheetProps) {
  return (
    <SideSheet title={code ? `停用 ${code.placeName}的码` : ''} open={code !== null} onClose={onClose}>
      {code && <RetireForm key={code.id} code={code} onClose={onClose} />}
    </SideSheet>
  );
}

function RetireForm({ code, onClose }: { code: CodeItem; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [isReplaced, setReplaced] = useState(true);
  const [address, setAddress] = useState('');
  const say = useToast();
  const { give, isBusy, problem } = useCodeCommand('panel.retireCode');
  const retire = async (): Promise<void> => {
    const done = await give({ codeId: code.id, reason, ...(isReplaced ? { replacement: { address } } : {}) });
    if (done === null) return;
    onClose();
    say(
      done.replacement
        ? `旧码停用了，新码 ${printedNumber(done.replacement.id)} 可以下载打印。`
        : '这张码停用了，扫它的人会看到说明。',
    );
  };
  const isAboutAddress = problem?.field?.startsWith('replacement') ?? false;
  return (
    <>
      <p className="codes-retire__what">
        编号 {printedNumber(code.id)}
        。纸坏了不用停用，重新打印同一张就行；被人冒用、换了地方、不再用了，才停用。
      </p>
      <Field label="为什么停用" problem={problem?.field === 'reason' ? problem.message : null}>
        <input className="native-input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <label className="codes-retire__replace">
        <input type="checkbox" checked={isReplaced} onChange={(event) => setReplaced(event.target.checked)} />
        同时换一张新码
      </label>
      {isReplaced && (
        <Field
          label="新码贴在哪里"
          help="扫到旧码的人会看到这句话，请写得找得到。"
          problem={isAboutAddress ? (problem?.message ?? null) : null}
        >
          <input
            className="native-input"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
      )}
      {problem && problem.field !== 'reason' && !isAboutAddress && (
        <p className="codes__problem" role="alert">
          {problem.message}
        </p>
      )}
      <Button theme="primary" loading={isBusy} onClick={() => void retire()}>
        {isReplaced ? '停用旧码，换上新码' : '停用'}
      </Button>
    </>
  );
}

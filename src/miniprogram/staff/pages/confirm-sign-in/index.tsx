import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button';
import { LineField } from '../../../components/fields';
import { Frame } from '../../../components/frame';
import { Notice } from '../../../components/parts';
import { EmptyState } from '../../../components/states';
import { useCommand } from '../../../data/use-command';
import { Box, Heading } from '../../../platform/elements';
import { host } from '../../../platform/host';
import { goBack } from '../../../platform/navigate';
import { useParams } from '../../../platform/use-params';
import { ticketFrom } from './sign-in-ticket';

function ConfirmSignInPage(): ReactNode {
  const params = useParams();
  const [ticket, setTicket] = useState(() => ticketFrom(params.ticket ?? ''));
  const [name, setName] = useState<string | null>(null);
  const command = useCommand('staff.confirmSignIn', (answer) => setName(answer.name));
  if (name !== null) {
    return (
      <Frame title="登录工作台">
        <EmptyState seal="准" title="电脑上已经登录">
          <Box className="lead">{`以${name}的身份。请看电脑屏幕。`}</Box>
          <Button onPress={goBack}>好了</Button>
        </EmptyState>
      </Frame>
    );
  }
  return (
    <Frame title="登录工作台">
      <Box className="stack">
        <Heading level={1}>在电脑上登录工作台</Heading>
        {ticket ? (
          <Box className="stack">
            <Notice tone="warn" title="是您自己要登录吗？">
              只有正坐在电脑前的是您本人，才点确认。别人发来的码不要确认。
            </Notice>
            {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
            <Button
              id="confirm"
              busy={command.running ? '正在登录…' : null}
              onPress={() => command.run({ ticket })}
            >
              是我，确认登录
            </Button>
            <Button kind="plain" onPress={() => setTicket(null)}>
              不是我
            </Button>
          </Box>
        ) : (
          <FindTicket onFound={setTicket} />
        )}
      </Box>
    </Frame>
  );
}

function FindTicket({ onFound }: { onFound: (ticket: string) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string | null): void => {
    if (text === null) return;
    const ticket = ticketFrom(text);
    if (ticket) onFound(ticket);
    else setProblem('这不是工作台的登录码，请对准电脑屏幕上的码再扫一次。');
  };
  return (
    <Box className="stack">
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      {host.canScan ? (
        <Button id="scan" onPress={() => void host.scan().then(take)}>
          扫电脑上的码
        </Button>
      ) : (
        <Box className="stack">
          <LineField
            id="ticket"
            label="登录码"
            hint="浏览器里不能扫码，请把登录码粘贴在这里。"
            value={typed}
            maxLength={160}
            onInput={setTyped}
          />
          <Button disabled={typed.trim() === ''} onPress={() => take(typed)}>
            下一步
          </Button>
        </Box>
      )}
    </Box>
  );
}

export default ConfirmSignInPage;

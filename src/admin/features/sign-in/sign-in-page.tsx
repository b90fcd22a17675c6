import { useSyncExternalStore } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import { QrCode } from '../../components/qr-code';
import { sentenceOf } from '../../platform/refusal';
import { useServices } from '../../platform/services';
import { useToken } from '../../platform/use-panel';
import { DemoPeople } from './demo-people';
import { useSignIn, type SignIn } from './use-sign-in';
import './sign-in.css';

/** Signing in by scanning a code with the WeChat that is bound to the working identity. */
export function SignInPage() {
  const token = useToken();
  const location = useLocation();
  if (token) return <Navigate to={addressAfter(location.state)} replace />;
  return <SigningIn />;
}

function SigningIn() {
  const { session } = useServices();
  const notice = useSyncExternalStore(session.subscribe, session.getNotice);
  const signIn = useSignIn();
  return (
    <main className="sign-in">
      <section className="sign-in__words">
        <p className="sign-in__brand">直通</p>
        <h1 className="sign-in__title">
          群众说的每一件事，
          <br />
          都有人接，有回音。
        </h1>
        <p className="sign-in__sub">县政协群众线索工作台</p>
      </section>
      <section className="sign-in__card sheet" aria-label="扫码登录">
        {notice && (
          <p className="sign-in__notice" role="alert">
            {notice}
          </p>
        )}
        <Code signIn={signIn} />
        <p className="sign-in__how">请用绑定了工作身份的微信扫一扫</p>
        <p className="sign-in__note">在手机上点「确认登录」后，这里会自动打开。关掉这个标签页就等于退出。</p>
      </section>
      <DemoPeople ticket={signIn.phase === 'waiting' ? signIn.ticket : null} onConfirmed={signIn.checkNow} />
    </main>
  );
}

function Code({ signIn }: { signIn: SignIn }) {
  const { phase, qrText, error, refresh } = signIn;
  return (
    <div className={`sign-in__code sign-in__code--${phase}`}>
      {qrText && phase !== 'failed' && <QrCode text={qrText} label="登录二维码" />}
      {phase === 'loading' && !qrText && (
        <span className="sign-in__blank" role="status" aria-label="正在取二维码" />
      )}
      {(phase === 'expired' || phase === 'failed') && (
        <div className="sign-in__over" role="alert">
          <p>{phase === 'expired' ? '这个二维码已经过期' : sentenceOf(error)}</p>
          <Button theme="primary" onClick={refresh}>
            {phase === 'expired' ? '换一个' : '再试一次'}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Only addresses of the panel itself: a state somebody made up leads home. */
function addressAfter(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && from.startsWith('/') && !from.startsWith('/sign-in') ? from : '/';
}

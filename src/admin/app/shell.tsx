import { Suspense, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Navigate, NavLink, Outlet, useLocation, useMatch, useNavigationType } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { ROLE_LABELS } from '@contract/labels-zh';
import type { Me } from '@contract/directory';
import { Failure, Loading } from '../components/states';
import { OfflineNotice } from '../components/offline-notice';
import { codeOf } from '../platform/refusal';
import { useServices } from '../platform/services';
import { useDirectory, useMe, usePanelCall, useStatistics, useToken } from '../platform/use-panel';
import { grantWords } from '@shared/grant-words';
import { forgetOpened } from '../features/leads/last-queue';
import { Notices } from '../features/notices/notices';
import './shell.css';

/** The frame of every signed-in page; without a token it leads to the sign-in page and back again. */
export function Shell() {
  const token = useToken();
  const location = useLocation();
  const queries = useQueryClient();
  useEffect(() => {
    // What one person saw must not greet the next one at the same computer.
    if (!token) queries.clear();
  }, [token, queries]);
  if (!token) return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  return <SignedIn />;
}

function SignedIn() {
  const me = useMe();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useBeginning(pathname);
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        跳到正文
      </a>
      <Bar me={me.data} />
      <OfflineNotice />
      <main id="main" className="shell-main" ref={main} tabIndex={-1}>
        {me.error ? (
          <Failure error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        )}
      </main>
    </>
  );
}

/** A page that was gone to begins at its top; one that was come back to is left where the browser puts it. */
function useBeginning(pathname: string): void {
  const isBack = useNavigationType() === 'POP';
  const shown = useRef<string | null>(null);
  // Before the page itself looks for the row it goes back to.
  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!isBack) window.scrollTo(0, 0);
    if (pathname !== '/leads' && !pathname.startsWith('/leads/')) forgetOpened();
  }, [pathname, isBack]);
  useEffect(() => forgetOpened, []);
}

function Bar({ me }: { me: Me | undefined }) {
  return (
    <header className="shell-bar">
      <div className="shell-bar__inner">
        <p className="shell-brand">
          <span className="shell-brand__name">直通</span>
          <span className="shell-brand__county">{me?.countyName ?? ''}政协</span>
        </p>
        <nav className="shell-nav" aria-label="主要页面">
          <Tab to="/leads">线索</Tab>
          <FiguresTabs />
          {me?.grants.some(({ role }) => PRINTS_CODES.has(role)) && <Tab to="/codes">二维码</Tab>}
          {me?.grants.some(({ role }) => READS_DIRECTORY.has(role)) && <Tab to="/directory">名录</Tab>}
        </nav>
        {me && <Notices key={me.accountId} me={me} />}
        {me && <Person me={me} />}
      </div>
    </header>
  );
}

function Tab({ to, children }: { to: string; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null);
  const isHere = useMatch({ path: to, end: false }) !== null;
  useEffect(() => {
    // On a phone the row of tabs is wider than the screen.
    if (isHere) link.current?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [isHere]);
  return (
    <NavLink ref={link} className="shell-nav__tab" to={to}>
      {children}
    </NavLink>
  );
}

/** Whose township's or county's codes these are; the server decides, this only shows the way. */
const PRINTS_CODES: ReadonlySet<string> = new Set(['staff', 'administrator', 'liaison']);

/** Who keeps the directory and who reads it; the server decides. */
const READS_DIRECTORY: ReadonlySet<string> = new Set(['staff', 'administrator']);

/** The server decides who reads figures and issues, the same people: the tabs are there unless it said no. */
function FiguresTabs() {
  const statistics = useStatistics();
  const refused = codeOf(statistics.error) === 'FORBIDDEN';
  if (statistics.isPending || refused) return null;
  return (
    <>
      <Tab to="/overview">概览</Tab>
      <Tab to="/issues">热点</Tab>
      <Tab to="/statistics">统计</Tab>
      <Tab to="/papers">文稿</Tab>
    </>
  );
}

function Person({ me }: { me: Me }) {
  const { session } = useServices();
  const call = usePanelCall();
  const directory = useDirectory();
  const signOut = (): void => {
    // The token is forgotten here whatever the server answers; it expires there by itself.
    void call('panel.signOut', {}).catch(() => undefined);
    session.end(null);
  };
  const duties = me.grants.map((grant) => grantWords(grant, directory.data)).join('、');
  return (
    <div className="shell-person">
      <p className="shell-person__who" title={duties}>
        <strong>{me.name}</strong>
        <span className="shell-person__role">{duties || ROLE_LABELS.member}</span>
      </p>
      <button type="button" className="shell-person__out" onClick={signOut}>
        退出
      </button>
    </div>
  );
}

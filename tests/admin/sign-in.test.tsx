import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aLead } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

const ticket = (name: string) => ({
  ticket: name,
  pollKey: `key-of-${name}`,
  qrText: `zhitong:sign-in:${name}`,
  expiresAt: '2026-03-10T02:05:00.000Z',
});
const PEOPLE = [
  { kind: 'staff', name: '李静', openid: 'o-staff', note: '县政协机关' },
  { kind: 'unitOfficer', name: '赵刚', openid: 'o-unit', note: '县住建局' },
];

describe('signing in', () => {
  it('shows a code to scan and goes on to the asked-for page once it was confirmed', async () => {
    let isConfirmed = false;
    const panel = fakePanel([aLead()], {
      'panel.startSignIn': () => ticket('first'),
      'panel.pollSignIn': () =>
        isConfirmed ? { state: 'confirmed', token: 'fresh-token' } : { state: 'waiting' },
    });
    const { services } = openPanel(panel, '/leads/lead-1', { signedIn: false, people: PEOPLE });
    expect(await screen.findByRole('img', { name: '登录二维码' })).toBeTruthy();
    expect(screen.getByText('请用绑定了工作身份的微信扫一扫')).toBeTruthy();
    isConfirmed = true;
    fireEvent.click(await screen.findByRole('button', { name: /赵刚/ }));
    expect(await screen.findByRole('heading', { name: aLead().number })).toBeTruthy();
    expect(services.session.getToken()).toBe('fresh-token');
    expect(window.location.hash).toBe('#/leads/lead-1');
  });

  it('shows no demo identities where there are none', async () => {
    const panel = fakePanel([], {
      'panel.startSignIn': () => ticket('first'),
      'panel.pollSignIn': () => ({ state: 'waiting' }),
    });
    openPanel(panel, '/sign-in', { signedIn: false });
    await screen.findByRole('img', { name: '登录二维码' });
    expect(screen.queryByText('演示身份')).toBeNull();
  });

  it('covers an expired code and gives another one', async () => {
    let started = 0;
    const panel = fakePanel([], {
      'panel.startSignIn': () => ticket((started += 1) === 1 ? 'first' : 'second'),
      'panel.pollSignIn': ({ ticket: asked }) =>
        asked === 'first'
          ? { code: 'SIGN_IN_EXPIRED', message: '登录码已经过期，请刷新后重新扫码。' }
          : { state: 'waiting' },
    });
    openPanel(panel, '/sign-in', { signedIn: false });
    fireEvent.click(await screen.findByRole('button', { name: '换一个' }));
    await waitFor(() => expect(screen.queryByText('这个二维码已经过期')).toBeNull());
    expect(started).toBe(2);
  });

  it('leads back to the sign-in page with a sentence when the session ended', async () => {
    const panel = fakePanel([], {
      'panel.listQueue': () => ({ code: 'SIGN_IN_EXPIRED', message: '登录已经过期，请重新登录。' }),
      'panel.startSignIn': () => ticket('first'),
      'panel.pollSignIn': () => ({ state: 'waiting' }),
    });
    const { services } = openPanel(panel, '/leads?status=routed');
    expect(await screen.findByText(/登录已经失效/)).toBeTruthy();
    expect(services.session.getToken()).toBeNull();
  });

  it('forgets the token on signing out, even when the server cannot be reached', async () => {
    const panel = fakePanel([aLead()], {
      'panel.signOut': () => 'lost',
      'panel.startSignIn': () => ticket('first'),
      'panel.pollSignIn': () => ({ state: 'waiting' }),
    });
    const { services } = openPanel(panel, '/leads');
    fireEvent.click(await screen.findByRole('button', { name: '退出' }));
    expect(await screen.findByRole('img', { name: '登录二维码' })).toBeTruthy();
    expect(services.session.getToken()).toBeNull();
  });
});

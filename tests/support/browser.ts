import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packed from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type BrowserType } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../..');
const TMP = join(ROOT, '.tmp');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const MISSING_LIBRARIES =
  '浏览器起不来：这台机器缺少它要的系统库。Debian/Ubuntu 上请运行：\n' +
  '  sudo apt-get install -y libnss3 libgbm1 libatk1.0-0 libatk-bridge2.0-0 libasound2 libxkbcommon0 fonts-noto-cjk';

/**
 * A headless Chromium that can show Chinese: CHROMIUM_PATH, or one that is installed, or the one that came with
 * `npm ci`, with these flags besides the usual ones. Rejects with the apt line when the machine lacks system
 * libraries. The caller closes it.
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = await prepare();
  try {
    return await chromium.launch({
      executablePath,
      headless: true,
      args: [...FLAGS, ...flags],
      env: world(),
    });
  } catch (cause) {
    throw explained(cause);
  }
}

/**
 * The browser of somebody's phone, which remembers in its folder what it was told: closed and started anew it is the
 * same phone.
 */
export async function launchPhone(
  folder: string,
  options: Parameters<BrowserType['launchPersistentContext']>[1] = {},
): Promise<BrowserContext> {
  const executablePath = await prepare();
  try {
    const given = { executablePath, headless: true, args: [...FLAGS], env: world() };
    return await chromium.launchPersistentContext(folder, { ...given, ...options });
  } catch (cause) {
    throw explained(cause);
  }
}

function prepare(): Promise<string> {
  mkdirSync(TMP, { recursive: true });
  return findChromium();
}

const world = (): Record<string, string> => ({
  ...definedEnvironment(),
  FONTCONFIG_FILE: writeFontConfig(),
  TZ: 'Asia/Shanghai',
});

function explained(cause: unknown): Error {
  const text = String(cause);
  return new Error(/shared librar|cannot open shared/.test(text) ? MISSING_LIBRARIES : text, { cause });
}

async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('没有找到 Chromium 或 Chrome。请安装一个，或用 CHROMIUM_PATH 指明它在哪里。');
  }
  // It unpacks into TMPDIR and takes what lies there for its own: the project's folder, never a shared one.
  process.env.TMPDIR = TMP;
  return packed.executablePath();
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

function writeFontConfig(): string {
  const file = join(TMP, 'fonts.conf');
  const family = join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc');
  const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map((name) => join(family, name));
  const folders = [...weights, '/usr/share/fonts', '/usr/local/share/fonts'];
  const prefer = ['sans-serif', 'serif', 'system-ui'].map(
    (name) => `<alias><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
${prefer.join('\n')}
<cachedir>${join(TMP, 'fontconfig')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { createContext, runInContext, type Context } from 'node:vm';
import { everyElement, textOf, type Element, type Render } from './rendered';
import { stubWx, type Answer, type StubbedWx } from './wx-stub';

type Query = Record<string, string>;
type Handler = (this: object, ...parameters: unknown[]) => unknown;
type PageConfig = Record<string, unknown>;

interface PageInstance {
  route: string;
  data: Record<string, unknown>;
  [name: string]: unknown;
}

export interface MiniProgram {
  wx: StubbedWx;
  /** Sizes of all setData calls so far, in bytes. */
  setDataSizes: number[];
  /** Opens a page the way WeChat does at a cold start from a code or the list. */
  launch: (route: string, query?: Query) => void;
  /** The route of the page in front. */
  route: () => string;
  screen: () => Element;
  text: () => string;
  /** Taps the element with this id, or the innermost one that reads exactly so. Throws when there is none. */
  tap: (target: string) => void;
  /** Types into the field with this id, as a keyboard would: the whole value at once. */
  type: (id: string, value: string) => void;
  /** Taps WeChat's own button for the privacy question, so that WeChat sees it. */
  agree: () => void;
  back: () => void;
  /** Waits until the screen shows the words; throws with what it shows instead. */
  waitFor: (words: string) => Promise<void>;
}

/**
 * A mini-program without WeChat: the built JavaScript in a bare JavaScript realm (no window, no document), a
 * stand-in for wx, data only as JSON, the screen rendered by WeChat's compiled markup.
 */
export function startMiniProgram(
  root: string,
  render: Render,
  answer: Answer,
  /** What the phone remembers from before. */
  before: (wx: StubbedWx) => void = () => undefined,
): MiniProgram {
  const host = new Host(root, render, answer, before);
  return {
    wx: host.wx,
    setDataSizes: host.setDataSizes,
    launch: (route, query = {}) => host.reLaunch(route, query),
    route: () => host.front().route,
    screen: () => host.screen(),
    text: () => textOf(host.screen()),
    tap: (target) => host.tap(target),
    type: (id, value) => host.dispatch(host.byId(id), 'input', { value, cursor: value.length }),
    agree: () => host.agree(),
    back: () => host.back(),
    waitFor: (words) => host.waitFor(words),
  };
}

class Host {
  readonly wx: StubbedWx;
  readonly setDataSizes: number[] = [];
  private readonly realm: Context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly pages: PageInstance[] = [];
  private readonly configs = new Map<string, PageConfig>();
  private registered: PageConfig | null = null;

  constructor(
    private readonly root: string,
    private readonly render: Render,
    answer: Answer,
    before: (wx: StubbedWx) => void,
  ) {
    this.wx = stubWx(answer, {
      navigateTo: (url) => this.open(url),
      redirectTo: (url) => {
        this.close();
        this.open(url);
      },
      reLaunch: (url) => this.reLaunch(...splitUrl(url)),
      navigateBack: () => this.back(),
    });
    let app: Record<string, Handler> = {};
    before(this.wx);
    this.realm = createContext({
      wx: this.wx.api,
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      App: (config: Record<string, Handler>) => (app = config),
      Page: (config: PageConfig) => (this.registered = config),
      Component: (config: PageConfig) => (this.registered = config),
      getApp: () => app,
      getCurrentPages: () => [...this.pages],
    });
    this.load('app.js');
    const options = { path: 'pages/home/index', query: {}, scene: 1001 };
    app['onLaunch']?.call(app, options);
    app['onShow']?.call(app, options);
  }

  front(): PageInstance {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('没有打开任何页面');
    return page;
  }

  reLaunch(route: string, query: Query): void {
    while (this.pages.length > 0) this.close();
    this.show(route.replace(/^\//, ''), query);
  }

  back(): void {
    if (this.pages.length < 2) throw new Error('已经是第一页，不能返回');
    this.close();
    this.lifecycle(this.front(), 'onShow');
  }

  screen(): Element {
    const page = this.front();
    return this.render(page.route, page.data);
  }

  byId(id: string): Element {
    const found = everyElement(this.screen()).find(({ attributes }) => attributes['id'] === id);
    if (!found)
      throw new Error(
        `屏幕上没有 #${id}，现在是 ${this.front().route}：${textOf(this.screen()).slice(0, 300)}`,
      );
    return found;
  }

  tap(target: string): void {
    const elements = everyElement(this.screen());
    const element =
      elements.find(({ attributes }) => attributes['id'] === target) ??
      elements.reverse().find((each) => each.attributes['id'] && textOf(each).trim() === target);
    if (!element) throw new Error(`屏幕上没有「${target}」：${textOf(this.screen()).slice(0, 300)}`);
    if (element.attributes['ariaDisabled'] === true) throw new Error(`「${target}」现在不能点`);
    let answered = false;
    for (let each: Element | null = element; each; each = each.parent) {
      if (typeof each.attributes['bindtap'] !== 'string') continue;
      answered = true;
      this.dispatch(each, 'tap', { x: 1, y: 1 }, element);
    }
    if (!answered) throw new Error(`「${target}」不回应点击`);
  }

  agree(): void {
    const button = everyElement(this.screen()).find(
      ({ attributes }) => attributes['openType'] === 'agreePrivacyAuthorization',
    );
    if (!button) throw new Error(`屏幕上没有「同意」：${textOf(this.screen()).slice(0, 300)}`);
    this.wx.privacy.tapped = String(button.attributes['id']);
    this.dispatch(button, 'agreeprivacyauthorization', {});
  }

  dispatch(current: Element, type: string, detail: object, target = current): void {
    const page = this.front();
    const handler = page['eh'];
    if (typeof handler !== 'function') throw new Error('页面没有事件入口 eh');
    const event = {
      type,
      detail,
      timeStamp: Date.now(),
      target: address(target),
      currentTarget: address(current),
      mark: {},
    };
    (handler as Handler).call(page, this.inRealm(event));
  }

  async waitFor(words: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.pages.length > 0 && textOf(this.screen()).includes(words)) return;
      await new Promise((resume) => setTimeout(resume, 10));
    }
    throw new Error(`等不到「${words}」，${this.front().route} 上是：${textOf(this.screen()).slice(0, 400)}`);
  }

  private open(url: string): void {
    const previous = this.pages[this.pages.length - 1];
    if (previous) this.lifecycle(previous, 'onHide');
    this.show(...splitUrl(url));
  }

  private show(route: string, query: Query): void {
    const { pages, subPackages } = JSON.parse(readFileSync(join(this.root, 'app.json'), 'utf8')) as AppJson;
    const inPackages = subPackages.flatMap((each) => each.pages.map((page) => `${each.root}/${page}`));
    if (![...pages, ...inPackages].includes(route)) throw new Error(`app.json 里没有页面 ${route}`);
    const config = this.configOf(route);
    const page: PageInstance = {
      ...config,
      route,
      data: this.inRealm(config['data'] ?? {}) as Record<string, unknown>,
    };
    page['setData'] = (change: Record<string, unknown>, then?: () => void) =>
      this.setData(page, change, then);
    this.pages.push(page);
    this.lifecycle(page, 'onLoad', this.inRealm(query));
    this.lifecycle(page, 'onShow');
    this.lifecycle(page, 'onReady');
  }

  /** A page's script runs once; every opening makes another instance of what it registered. */
  private configOf(route: string): PageConfig {
    const known = this.configs.get(route);
    if (known) return known;
    this.registered = null;
    this.load(`${route}.js`);
    const config = this.registered as PageConfig | null;
    if (!config) throw new Error(`${route} 没有注册页面`);
    this.configs.set(route, config);
    return config;
  }

  private close(): void {
    const page = this.pages.pop();
    if (page) this.lifecycle(page, 'onUnload');
  }

  private lifecycle(page: PageInstance, name: string, ...parameters: unknown[]): void {
    const handler = page[name];
    if (typeof handler === 'function') (handler as Handler).call(page, ...parameters);
  }

  private setData(page: PageInstance, change: Record<string, unknown>, then?: () => void): void {
    const text = JSON.stringify(change);
    this.setDataSizes.push(Buffer.byteLength(text));
    for (const [path, value] of Object.entries(JSON.parse(text) as Record<string, unknown>))
      setByPath(page.data, path, value);
    if (then) setTimeout(then, 0);
  }

  /** Data crosses into the app only as JSON made inside its own realm, as between WeChat's two threads. */
  private inRealm(value: unknown): unknown {
    return (runInContext('JSON.parse', this.realm) as (text: string) => unknown)(JSON.stringify(value));
  }

  private load(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const code = readFileSync(join(this.root, file), 'utf8');
    const wrapped = runInContext(`(function (require, module, exports) {${code}\n})`, this.realm, {
      filename: file,
    }) as (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
    wrapped((name) => this.load(resolveModule(file, name)), module, module.exports);
    return module.exports;
  }
}

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

function splitUrl(url: string): [route: string, query: Query] {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?');
  // WeChat hands a page its parameters as they stand in the address, still encoded.
  const pairs = query.split('&').filter(Boolean);
  return [path, Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))];
}

function resolveModule(from: string, name: string): string {
  const path = posix.join(dirname(from), name);
  return path.endsWith('.js') ? path : `${path}.js`;
}

function address({ attributes }: Element): {
  id: unknown;
  dataset: { sid: unknown };
  offsetLeft: 0;
  offsetTop: 0;
} {
  return { id: attributes['id'], dataset: { sid: attributes['data-sid'] }, offsetLeft: 0, offsetTop: 0 };
}

function setByPath(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.').map((key) => key.replace(/^\[(\d+)\]$/, '$1'));
  const last = keys.pop() ?? '';
  let place: Record<string, unknown> = data;
  for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

import { createContext, runInContext } from 'node:vm';

/** What WeChat's compiled WXML makes of data. */
interface RawNode {
  tag: string;
  attr?: Record<string, unknown>;
  children?: (RawNode | string | number)[];
}
type Generate = (data: unknown) => RawNode;

/** An element as the resident would have it on the screen. */
export interface Element {
  tag: string;
  attributes: Record<string, unknown>;
  children: Element[];
  parent: Element | null;
  /** The text of this element alone. */
  ownText: string;
}

export type Render = (route: string, data: unknown) => Element;

/** A renderer made of WeChat's own compiled markup; the one component of Taro (`comp`, deep nesting) is opened too. */
export function createRenderer(compiledMarkup: string): Render {
  const context = createContext({ console });
  runInContext('var window = globalThis; var global = {};', context);
  const markup = runInContext(`(function (global) { ${compiledMarkup} })({})`, context) as (
    path: string,
  ) => Generate;
  const parse = runInContext('JSON.parse', context) as (text: string) => unknown;
  // The view lives in a realm of its own, as in WeChat: WXS does not know objects of another one.
  const generate = (path: string, data: unknown): RawNode => markup(path)(parse(JSON.stringify(data)));

  const open = (raw: RawNode, parent: Element | null): Element => {
    const element: Element = { tag: raw.tag, attributes: raw.attr ?? {}, children: [], parent, ownText: '' };
    const { i, l } = element.attributes;
    const isDeep = raw.tag === 'comp' || raw.tag === 'wx-comp';
    const children = isDeep ? [generate('comp.wxml', { i, l })] : (raw.children ?? []);
    for (const child of children) {
      if (typeof child === 'object') element.children.push(open(child, element));
      else element.ownText += String(child);
    }
    return element;
  };
  return (route, data) => open(generate(`${route}.wxml`, data), null);
}

/** The element and everything in it, in the order of reading. */
export function everyElement(root: Element): Element[] {
  return [root, ...root.children.flatMap(everyElement)];
}

/** Everything that can be read in an element. */
export function textOf(element: Element): string {
  if (element.tag === 'wx-input' || element.tag === 'wx-textarea')
    return String(element.attributes['value'] ?? '');
  return element.ownText + element.children.map(textOf).join('');
}

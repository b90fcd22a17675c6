import type { Page } from 'playwright-core';

/** What a person with weak eyes or unsteady fingers meets on a page, as the browser computed it. */
export interface Measured {
  /** Main text of the page, and the smallest letters on it, in pixels. */
  mainText: number;
  smallestText: number;
  /** Of text that runs over several lines, where there is any. */
  tightestLines: number | null;
  /** The shorter side of the smallest thing that answers a tap, and which that is. */
  smallestTarget: number;
  smallTargets: string[];
  lowestContrast: number;
  faintTexts: string[];
  /** Edges of fields against what they stand on, where there are fields. */
  lowestEdge: number | null;
  /** Texts of which a part cannot be seen. */
  cutOff: string[];
  /** Numbers of matters that run over two lines: they are copied by hand. */
  brokenNumbers: string[];
  /** How far the page reaches over the right edge of the window. */
  overflow: number;
}

/** Measures the page that is shown; targets below `target` pixels and texts below 4.5:1 are named. */
export async function measurePage(page: Page, target: number): Promise<Measured> {
  await page.evaluate(MEASURES);
  return page.evaluate((least) => {
    const { measure } = window as unknown as { measure: (least: number) => Measured };
    return measure(least);
  }, target);
}

/* Text, not a function: the compiler of the tests would put helpers of its own into it. */
const MEASURES = String.raw`
window.measure = (least) => {
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const all = [...document.querySelectorAll('body *')].filter(shown);
  const name = (element) => (element.id ? '#' + element.id + ' ' : '') + element.className + ': ' +
    (element.textContent || element.getAttribute('placeholder') || '').trim().slice(0, 24);

  const texts = all.filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
  const sizeOf = (element) => parseFloat(getComputedStyle(element).fontSize);
  const linesOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  };
  const leading = (element) => {
    const { lineHeight, fontSize } = getComputedStyle(element);
    return lineHeight === 'normal' ? 1.2 : parseFloat(lineHeight) / parseFloat(fontSize);
  };

  const targets = all.filter((element) =>
    element.matches('button, a[href], input:not([type=file]), textarea, select, summary, [role=button], [role=radio]'));
  const sideOf = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return Math.min(width, height);
  };

  const parse = (color) => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) || []).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const groundOf = (element) => {
    const layers = [];
    for (let box = element; box; box = box.parentElement) {
      const color = parse(getComputedStyle(box).backgroundColor);
      if (color.a > 0) layers.push(color);
      if (color.a === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const textContrast = (element) => {
    const ground = groundOf(element);
    return contrast(over(parse(getComputedStyle(element).color), ground), ground);
  };
  const edgeContrast = (element) =>
    contrast(parse(getComputedStyle(element).borderTopColor), groundOf(element.parentElement));

  const placeholderCut = (element) => {
    if (!element.matches('input[placeholder]') || element.value !== '') return false;
    const style = getComputedStyle(element);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return pen.measureText(element.placeholder).width > room + 1;
  };
  const isCut = (element) => {
    if (placeholderCut(element)) return true;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hidden = (axis) => axis === 'hidden' || axis === 'clip';
    return (hidden(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hidden(overflowY) && element.scrollHeight > element.clientHeight + 1);
  };
  const brokenIn = (element) => [...element.childNodes].flatMap((node) =>
    node.nodeType !== 3 ? [] : [...node.data.matchAll(/\d{6}-\d{6}/g)].filter(({ 0: number, index }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + number.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    }).map(({ 0: number }) => number));
  const lowest = (values) => (values.length === 0 ? null : Math.round(Math.min(...values) * 100) / 100);

  return {
    mainText: sizeOf(document.querySelector('.frame')),
    smallestText: lowest(texts.map(sizeOf)),
    tightestLines: lowest(texts.filter((element) => linesOf(element) > 1).map(leading)),
    smallestTarget: lowest(targets.map(sideOf)),
    smallTargets: targets.filter((element) => sideOf(element) < least - 0.5).map(name),
    lowestContrast: lowest(texts.map(textContrast)),
    faintTexts: texts.filter((element) => textContrast(element) < 4.5).map(name),
    lowestEdge: lowest(targets.filter((element) => element.matches('input, textarea')).map(edgeContrast)),
    cutOff: [...texts, ...targets, ...all.filter((element) => element.matches('textarea'))].filter(isCut).map(name),
    brokenNumbers: texts.flatMap(brokenIn),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
  };
};`;

import type { Measure, StatisticsRow } from '@contract/statistics';
import { MEASURE_LABELS } from '@contract/labels-zh';
import type { ChartOption } from './chart-parts';

const SHOWN = ['received', 'adopted', 'resolved'] as const satisfies readonly Measure[];
/** Each line has a mark and a dash of its own: colours alone do not tell them apart. */
const MARKS = {
  received: { symbol: 'circle', dash: 'solid' },
  adopted: { symbol: 'rect', dash: 'dashed' },
  resolved: { symbol: 'triangle', dash: 'dotted' },
} as const;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
const words = () => ({
  color: token('--ink-2'),
  fontFamily: token('--sans') || 'sans-serif',
  fontSize: 13,
});
const colourOf = (measure: (typeof SHOWN)[number]): string => token(`--chart-${measure}`);

/** Received, adopted and resolved month by month, the earliest first. */
export function monthLines(rows: readonly StatisticsRow[]): ChartOption {
  return {
    textStyle: words(),
    grid: { left: 44, right: 16, top: 40, bottom: 28 },
    legend: { top: 0, right: 0, textStyle: words(), itemWidth: 30 },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: rows.map(({ id }) => `${id.slice(2, 4)}年${Number(id.slice(5))}月`),
      axisLabel: words(),
      axisLine: { lineStyle: { color: token('--edge') } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: words(),
      splitLine: { lineStyle: { color: token('--rule-soft') } },
    },
    series: SHOWN.map((measure) => ({
      type: 'line',
      name: MEASURE_LABELS[measure],
      data: rows.map(({ counts }) => counts[measure]),
      symbol: MARKS[measure].symbol,
      symbolSize: 8,
      itemStyle: { color: colourOf(measure) },
      lineStyle: { width: 2.5, type: MARKS[measure].dash, color: colourOf(measure) },
    })),
  };
}

/** One row of bars per name, in the order given, from the top. */
export function nameBars(rows: readonly StatisticsRow[]): ChartOption {
  return {
    textStyle: words(),
    grid: { left: 8, right: 44, top: 34, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, textStyle: words() },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', minInterval: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: words(),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('--edge') } },
    },
    series: (['received', 'adopted'] as const).map((measure) => ({
      type: 'bar',
      name: MEASURE_LABELS[measure],
      data: rows.map(({ counts }) => counts[measure]),
      itemStyle: { color: colourOf(measure) },
      barMaxWidth: 12,
      barGap: '10%',
      label: { show: true, position: 'right', ...words(), fontSize: 12 },
    })),
  };
}

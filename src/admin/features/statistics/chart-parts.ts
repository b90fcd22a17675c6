import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { init, use as withParts, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

withParts([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Draws the chart as SVG, sharp on paper too; returns what ends it. Colours are read from the tokens by the caller. */
export function drawChart(
  element: HTMLElement,
  option: ChartOption,
  onPick: (index: number) => void,
): () => void {
  const chart = init(element, null, { renderer: 'svg' });
  chart.setOption({ animation: false, ...option });
  chart.on('click', ({ dataIndex }) => onPick(dataIndex));
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

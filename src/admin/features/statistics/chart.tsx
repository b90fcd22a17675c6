import { useEffect, useRef } from 'react';
import type { ChartOption } from './chart-parts';

interface ChartProps {
  option: ChartOption;
  height: number;
  /** What the picture shows, in one sentence; its numbers stand in the table beside it. */
  label: string;
  onPick?: (index: number) => void;
}

/** A picture of figures. The drawing code is fetched when the first chart is shown. */
export function Chart({ option, height, label, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = place.current;
    if (!element || element.clientWidth === 0) return undefined;
    let isGone = false;
    let end = (): void => undefined;
    void import('./chart-parts').then(({ drawChart }) => {
      if (!isGone) end = drawChart(element, option, (index) => pick.current?.(index));
    });
    return () => {
      isGone = true;
      end();
    };
  }, [option]);
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />;
}

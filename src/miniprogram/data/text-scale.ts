const NORMAL_SIZE = 18;
/** Main text in care mode, in pixels, before the phone's own setting is counted in. */
export const CARE_SIZES = [22, 24, 26, 28, 30] as const;
export type CareSize = (typeof CARE_SIZES)[number];
const LARGEST = 30;

export interface Preferences {
  /** Large text, large targets, what is secondary folded away. */
  care: boolean;
  /** What every size is multiplied by; the phone's or the browser's own text size counts in. */
  scale: number;
  /** The next step up and down that makes a difference; null at the ends of the ladder and outside care mode. */
  larger: CareSize | null;
  smaller: CareSize | null;
}

/** How large everything is drawn: the size chosen in care mode times the phone's own setting, never above 30 pixels. */
export function preferencesFor(careSize: CareSize | null, phoneScale: number): Preferences {
  const pixels = (size: number): number => Math.min(size * Math.max(1, phoneScale), LARGEST);
  const now = pixels(careSize ?? NORMAL_SIZE);
  const steps = careSize === null ? [] : CARE_SIZES;
  return {
    care: careSize !== null,
    scale: now / NORMAL_SIZE,
    larger: steps.find((size) => pixels(size) > now) ?? null,
    smaller: [...steps].reverse().find((size) => pixels(size) < now) ?? null,
  };
}
